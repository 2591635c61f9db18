"""Links, pipes, devices, odd and endless names, somebody else's folder: told plainly, never followed, never waited for."""

from __future__ import annotations

import faulthandler
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from intake.errors import Mishap
from intake.vault.backup.restore import restore
from intake.vault.backup.verify import verify_backup
from intake.vault.database import RECORDS_FILE
from intake.vault.freshness.head_file import HEAD_FILE, MOST_BYTES, HeadFile
from intake.vault.key_file import KEY_FILE
from intake.vault.vault_folder import create_vault_folder, open_vault_folder

from .sessions import CLOCK, MOMENT, ONE, TINY

JOURNAL = f"{RECORDS_FILE}-wal"
LONGEST_S = 30
NOBODY = 65534
NOT_OURS = ("What is in this place was not made by this program.", "Nothing here was changed.")
NO_NAME = (
    "The name of this place is too long, or this computer cannot use it.",
    "Nothing was written there.",
    "Choose a folder with a shorter and plainer name.",
)
GOOD_NAMES = [
    "two\nlines", "\x01 and \x1b[31m red", "x" * 230, os.fsdecode(b"not \xff utf-8"), "\u202eright to left", "-rf",
    "a?b#c%41 d&e", "'; DROP TABLE cases; --", "~", "$(HOME)", " ",
]  # fmt: skip


@pytest.fixture(autouse=True)
def _never_hangs() -> Iterator[None]:
    faulthandler.dump_traceback_later(LONGEST_S, exit=True)
    yield
    faulthandler.cancel_dump_traceback_later()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return made(tmp_path / "vault")


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A file of somebody's that has nothing to do with us, and that everybody may read."""
    path = tmp_path / "letter.txt"
    path.write_bytes(b"dear friend " * 800)
    path.chmod(0o644)
    return path


def made(folder: Path) -> Path:
    create_vault_folder(folder, bytearray(ONE), CLOCK, TINY).close()
    return folder


def told(folder: Path) -> Mishap:
    with pytest.raises(Mishap) as caught:
        open_vault_folder(folder, bytearray(ONE)).close()
    return caught.value


@pytest.mark.parametrize("name", [KEY_FILE, RECORDS_FILE, JOURNAL])
def test_a_link_in_place_of_a_file_is_neither_followed_nor_touched(folder: Path, letter: Path, name: str) -> None:
    before = (letter.read_bytes(), letter.stat().st_mode, letter.stat().st_mtime_ns)
    (folder / name).unlink(missing_ok=True)
    (folder / name).symlink_to(letter)
    mishap = told(folder)
    assert (mishap.code, mishap.what_happened, mishap.what_is_safe) == ("not_a_vault", *NOT_OURS)
    assert (letter.read_bytes(), letter.stat().st_mode, letter.stat().st_mtime_ns) == before


def test_records_moved_elsewhere_behind_a_link_are_not_opened_there(folder: Path, tmp_path: Path) -> None:
    """Their journal would lie beside them, outside the folder that is kept private."""
    shutil.move(folder / RECORDS_FILE, tmp_path / "moved.db")
    (folder / RECORDS_FILE).symlink_to(tmp_path / "moved.db")
    assert told(folder).code == "not_a_vault"


@pytest.mark.parametrize("name", [KEY_FILE, RECORDS_FILE, JOURNAL])
def test_a_pipe_in_place_of_a_file_is_told_and_not_waited_for(folder: Path, name: str) -> None:
    (folder / name).unlink(missing_ok=True)
    os.mkfifo(folder / name, 0o600)
    assert told(folder).what_happened == NOT_OURS[0]


@pytest.mark.parametrize("name", [KEY_FILE, RECORDS_FILE, HEAD_FILE, JOURNAL])
@pytest.mark.parametrize("kind", ["pipe", "endless", "link"])
def test_what_is_no_file_in_a_copy_is_told_and_neither_followed_nor_waited_for(
    folder: Path, tmp_path: Path, name: str, kind: str
) -> None:
    place = folder / name
    if kind == "pipe":
        place.unlink(missing_ok=True)
        os.mkfifo(place, 0o600)
    elif kind == "endless":
        place.unlink(missing_ok=True)
        place.symlink_to("/dev/zero")
    else:
        place.touch()
        shutil.move(place, tmp_path / "moved")
        place.symlink_to(tmp_path / "moved")
    for attempt in (verify_backup, lambda copy, words: restore(copy, tmp_path / "new", words, MOMENT.date())):
        with pytest.raises(Mishap) as caught:
            attempt(folder, bytearray(ONE))
        assert caught.value.code == "not_a_vault"
    assert not (tmp_path / "new").exists()


def test_a_vault_with_a_link_in_it_is_not_replaced(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "copy")
    shutil.move(folder / RECORDS_FILE, tmp_path / "moved.db")
    (folder / RECORDS_FILE).symlink_to(tmp_path / "moved.db")
    with pytest.raises(Mishap, match="folder_not_empty"):
        restore(tmp_path / "copy", folder, bytearray(ONE), MOMENT.date())
    assert (folder / RECORDS_FILE).is_symlink()


def test_of_a_note_of_the_state_without_an_end_no_more_is_put_back_than_any_is_long(
    folder: Path, tmp_path: Path
) -> None:
    with (folder / HEAD_FILE).open("r+b") as file:
        file.truncate(2**40)
    restore(folder, tmp_path / "new", bytearray(ONE), MOMENT.date())
    assert (tmp_path / "new" / HEAD_FILE).stat().st_size <= MOST_BYTES


@pytest.mark.parametrize("is_link", [True, False], ids=["link", "pipe"])
def test_the_note_of_the_state_is_read_from_a_plain_file_alone(folder: Path, is_link: bool) -> None:
    (folder / HEAD_FILE).unlink()
    if is_link:
        (folder / HEAD_FILE).symlink_to("/dev/zero")
    else:
        os.mkfifo(folder / HEAD_FILE, 0o600)
    head = HeadFile(folder, bytearray(32), "").read()
    assert (head.is_there, head.kept) == (True, None)


def test_an_endless_device_as_key_file_is_not_read(folder: Path) -> None:
    (folder / KEY_FILE).unlink()
    (folder / KEY_FILE).symlink_to("/dev/zero")
    assert told(folder).what_happened == NOT_OURS[0]


def test_a_device_in_place_of_a_folder_is_no_vault_and_none_is_made_there() -> None:
    assert told(Path("/dev/null")).code == "not_a_vault"
    with pytest.raises(Mishap, match="folder_not_empty"):
        made(Path("/dev/null"))


def test_a_link_to_the_folder_of_a_vault_opens_that_vault(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(folder)
    with open_vault_folder(tmp_path / "link", bytearray(ONE)) as store:
        store.new_case(MOMENT.date())
    with open_vault_folder(folder, bytearray(ONE)) as store:
        assert len(store.cases()) == 1


def test_a_link_in_place_of_a_new_vault_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    made(tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    open_vault_folder(tmp_path / "elsewhere", bytearray(ONE)).close()


@pytest.mark.parametrize("name", GOOD_NAMES, ids=ascii)
def test_odd_names_do_no_harm(tmp_path: Path, name: str) -> None:
    folder = made(tmp_path / name)
    open_vault_folder(folder, bytearray(ONE)).close()
    assert os.listdir(tmp_path) == [name]  # noqa: PTH208 - the very name, not a path made of it


@pytest.mark.parametrize(
    "name", ["x" * 256, "x" * 4096, "/".join(["y" * 200] * 21), "zero\0byte", "half a letter \ud800"], ids=len
)
def test_a_name_that_cannot_be_is_told_as_such(tmp_path: Path, name: str) -> None:
    with pytest.raises(Mishap) as caught:
        made(tmp_path / name)
    mishap = caught.value
    assert (mishap.what_happened, mishap.what_is_safe, mishap.what_to_do) == NO_NAME
    assert list(tmp_path.iterdir()) == []
    assert told(tmp_path / name).code in {"place_unusable", "folder_missing"}


@pytest.mark.parametrize("length", [4000, 4060, 4075, 4085])
def test_a_path_at_the_limit_is_used_or_told_and_nothing_is_half_made(tmp_path: Path, length: int) -> None:
    folder = tmp_path
    while len(str(folder)) < length:
        folder /= "y" * min(200, max(1, length - len(str(folder)) - 1))
    try:
        made(folder)
        open_vault_folder(folder, bytearray(ONE)).close()
    except Mishap as mishap:
        assert mishap.code in {"place_unusable", "vault_read_only", "disk_trouble"}  # noqa: PT017 - both may be
        assert list(folder.parent.iterdir()) == []


def test_links_in_a_circle_are_told(tmp_path: Path) -> None:
    circle = tmp_path / "circle"
    circle.symlink_to(circle)
    assert told(circle).code in {"folder_missing", "place_unusable"}
    with pytest.raises(Mishap) as caught:
        made(circle)
    assert caught.value.what_happened == NO_NAME[0]


@pytest.mark.skipif(os.geteuid() != 0, reason="only the superuser can stand in for two people")
def test_a_vault_made_by_the_superuser_is_told_to_everybody_else(folder: Path) -> None:
    os.seteuid(NOBODY)
    try:
        mishap = told(folder)
    finally:
        os.seteuid(0)
    assert mishap.what_happened == "This computer account may not read this folder."
    assert mishap.what_to_do == "Sign in with the account that made the vault, or choose another folder."
