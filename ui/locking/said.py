"""What could not be stored before a lock, as a code that a fresh start can be told, and its three sentences."""

from __future__ import annotations

from intake.errors import Mishap

NOT_STORED = "not_stored"
_OF_THE_DISK = {
    "disk_full": "disk_full",
    "vault_read_only": "read_only",
    "folder_missing": "disk_gone",
    "disk_trouble": "disk_gone",
}
CODES = (NOT_STORED, "disk_full", "read_only", "disk_gone")


def code_for(error: Exception) -> str:
    """One of our codes for whatever went wrong. Nothing of the error itself is handed on."""
    return _OF_THE_DISK.get(error.code, NOT_STORED) if isinstance(error, Mishap) else NOT_STORED


def mishap_for(code: str) -> Mishap:
    """The sentences for the unlock screen."""
    from PySide6.QtCore import QCoreApplication  # the command line is read before Qt is loaded

    tr = QCoreApplication.translate
    cause, cure = {
        "disk_full": (
            tr("Said", "The disk is full. The words typed last could not be stored."),
            tr("Said", "Make room on the disk, open the vault, and type them once more."),
        ),
        "read_only": (
            tr("Said", "The disk takes no writing. The words typed last could not be stored."),
            tr("Said", "Switch off write protection, open the vault, and type them once more."),
        ),
        "disk_gone": (
            tr("Said", "The disk did not answer. The words typed last could not be stored."),
            tr("Said", "Plug in the disk or stick of the vault, open it, and type them once more."),
        ),
    }.get(
        code,
        (
            tr("Said", "The words typed last may not have been stored."),
            tr("Said", "Open the vault and look at the last answer."),
        ),
    )
    return Mishap(code, cause, tr("Said", "All that was shown as saved is still there, and it is locked."), cure)
