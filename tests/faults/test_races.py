"""Two processes want the same vault at once: never two holders, never a crash, never a damaged vault or a lost word."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from intake.errors import Mishap
from intake.vault.backup import restore as restoring
from intake.vault.backup.verify import verify_backup
from intake.vault.keys import SlotOwner, StaffRole
from intake.vault.slots.rekey import put_in_place
from intake.vault.slots.staff_keys import add_staff, remove_staff
from intake.vault.slots.unlocking import unlock
from intake.vault.vault_folder import create_vault_folder, open_vault_folder, open_with_key, read_keys

from .sessions import CLOCK, MOMENT, ONE, THEIRS, TINY

ROUNDS = int(os.environ.get("FORTHRIGHT_RACES", "6"))
REPOSITORY = Path(__file__).parent.parent.parent
LONGEST_LEAD_S = 0.03
LATE = {"vault_in_use"}
RACES = [
    ("create", "create", LATE | {"folder_not_empty"}),
    ("create", "unlock", LATE | {"folder_not_empty", "folder_missing", "no_vault"}),
    ("unlock", "unlock", LATE),
    ("copy", "unlock", LATE),
    ("put_back", "unlock", LATE),
    ("put_back", "put_back", LATE),
    ("give_new_key", "unlock", LATE | {"removed_open_again"}),
    ("give_new_key", "give_new_key", LATE | {"removed_open_again"}),
    ("give_new_key", "put_back", LATE | {"removed_open_again"}),
]
Racer = subprocess.Popen[str]


@pytest.fixture(scope="module")
def racers() -> Iterator[tuple[Racer, Racer]]:
    command = [sys.executable, "-m", "tests.faults.racing_child"]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    with ExitStack() as stack:
        first, second = (
            stack.enter_context(
                subprocess.Popen(
                    command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment, cwd=REPOSITORY
                )
            )
            for _ in range(2)
        )
        yield first, second
        for one in (first, second):
            assert one.stdin is not None
            one.stdin.close()


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("before")
    (root / "stick").mkdir()
    with create_vault_folder(root / "vault", bytearray(ONE), CLOCK, TINY) as store:
        store.new_case(MOMENT.date())
        store.make_copy(root / "stick", MOMENT.date())
    return root


def start(racer: Racer, action: str, name: str, root: Path) -> None:
    assert racer.stdin is not None
    racer.stdin.write(f"{action}\t{name}\t{root}\n")
    racer.stdin.flush()


def end(racer: Racer) -> str:
    assert racer.stdout is not None
    return racer.stdout.readline().rstrip("\n")


def settings_in(folder: Path) -> dict[str, str | None]:
    with open_vault_folder(folder, bytearray(ONE)) as store:
        store.check_whole()
        assert len(store.cases()) <= 1
        names = [f"race.{racer}{end}" for racer in ("one", "two") for end in ("", ".again")]
        return {name: store.setting(name) for name in names}


@pytest.mark.parametrize(
    ("first", "second", "may_end"), RACES, ids=lambda value: value if isinstance(value, str) else ""
)
def test_one_holds_the_vault_and_the_other_is_told(
    racers: tuple[Racer, Racer], before: Path, tmp_path: Path, first: str, second: str, may_end: set[str]
) -> None:
    chance = random.Random(20261121)  # noqa: S311 - a seed makes the leads repeatable
    for turn in range(ROUNDS):
        root = tmp_path / str(turn)
        if first == "create":
            root.mkdir()
        else:
            shutil.copytree(before, root)
        start(racers[0], first, "one", root)
        time.sleep(chance.uniform(0, LONGEST_LEAD_S))
        start(racers[1], second, "two", root)
        told = {"one": end(racers[0]), "two": end(racers[1])}
        assert set(told.values()) <= may_end | {"done"}, (turn, told)
        # two who put a copy back may each find the other in the way; then both are told, and nothing has changed
        assert "done" in told.values() or first == second == "put_back", (turn, told)
        check_left(root, told, {"one": first, "two": second})
        shutil.rmtree(root)


def check_left(root: Path, told: dict[str, str], actions: dict[str, str]) -> None:
    vaults = [settings_in(root / "vault"), *(settings_in(path) for path in root.glob("vault-before-*"))]
    for racer, answer in told.items():
        if answer == "done" and actions[racer] in {"create", "unlock"}:
            assert any(one[f"race.{racer}"] == one[f"race.{racer}.again"] == racer for one in vaults), (racer, told)
    for copy in root.glob("stick/copy-*"):
        verify_backup(copy, bytearray(ONE))
    assert not (root / "held").exists()
    assert not [path.name for path in (*root.iterdir(), *root.glob("*/*")) if path.name.startswith(".")]


def test_a_vault_opened_elsewhere_while_a_copy_is_being_put_back_is_not_moved_away(
    racers: tuple[Racer, Racer], before: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "root"
    shutil.copytree(before, root)
    (root / "wait").touch()

    def opened_meanwhile(*_: object) -> None:
        start(racers[0], "unlock", "one", root)
        while not (root / "held").exists():
            time.sleep(0.001)

    monkeypatch.setattr(restoring, "read_replaced", opened_meanwhile)
    copy = next((root / "stick").glob("copy-*"))
    with pytest.raises(Mishap) as caught:
        restoring.restore(copy, root / "vault", bytearray(ONE), MOMENT.date())
    (root / "wait").unlink()
    assert caught.value.what_happened == "This vault is open in another window or on another computer."
    assert end(racers[0]) == "done"
    assert settings_in(root / "vault")["race.one.again"] == "one"
    assert sorted(path.name for path in root.iterdir()) == ["stick", "vault"]


def test_whoever_read_the_keys_just_before_a_new_key_never_throws_the_new_records_away(
    before: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "vault"
    shutil.copytree(before / "vault", folder)

    def opened_meanwhile(place: Path) -> None:
        with pytest.raises(Mishap, match="vault_in_use"):
            open_with_key(folder, keys, key, slot.owner)
        put_in_place(place)

    monkeypatch.setattr("intake.vault.slots.staff_keys.put_in_place", opened_meanwhile)
    store = open_vault_folder(folder, bytearray(ONE))
    add_staff(store, bytearray(ONE), SlotOwner(StaffRole.ADVOCATE, "B7"), bytearray(THEIRS), TINY)
    keys = read_keys(folder)
    slot, key = unlock(keys, bytearray(ONE))
    remove_staff(store, bytearray(ONE), "B7").close()
    assert settings_in(folder)["race.one"] is None


def test_whoever_read_the_keys_before_a_new_key_that_is_in_place_is_not_told_of_damage(
    before: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "vault"
    shutil.copytree(before / "vault", folder)
    store = open_vault_folder(folder, bytearray(ONE))
    add_staff(store, bytearray(ONE), SlotOwner(StaffRole.ADVOCATE, "B7"), bytearray(THEIRS), TINY)
    keys = read_keys(folder)
    slot, key = unlock(keys, bytearray(ONE))
    remove_staff(store, bytearray(ONE), "B7").close()
    with pytest.raises(Mishap, match="vault_in_use"):
        open_with_key(folder, keys, key, slot.owner)
    assert settings_in(folder)["race.one"] is None
