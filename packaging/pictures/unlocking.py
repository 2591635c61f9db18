"""First run, locked, and what can go wrong while unlocking."""

from __future__ import annotations

from pathlib import Path

from pictures.camera import Photographer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from intake.vault.keys import PRACTICE_COST
from intake.vault.vault_folder import create_vault_folder, remove_vault_folder


def before_unlocking(camera: Photographer) -> None:
    """First run, locked, and the three ways in which unlocking can fail."""
    camera.go("unlock")
    camera.shoot("first-run")
    camera.go("create_vault")
    camera.shoot("create-vault")
    folder = Path("build/vault-for-pictures").absolute()
    folder.parent.mkdir(exist_ok=True)
    remove_vault_folder(folder)
    create_vault_folder(folder, bytearray(b"of no use to anybody"), camera.state.clock, PRACTICE_COST).close()
    camera.state.vault_folder = folder
    camera.go("unlock")
    QTest.qWait(400)
    camera.shoot("unlock")
    for field in camera.window.findChildren(QLineEdit):
        if field.isVisible():
            QTest.keyClicks(field, "not this one")
    camera.press("Open")
    camera.shoot("unlock-wrong")
    remove_vault_folder(folder)
