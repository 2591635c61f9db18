"""No plain word in any file at any time, none left after erasing, and nothing that could write in the open."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from intake.cases.model import Case, CasePart
from intake.errors import Defect
from intake.releases.model import Release
from intake.vault.database import RECORDS_FILE
from intake.vault.key_file import read_key_file
from intake.vault.keys import unwrap_key
from intake.vault.store import VaultStore
from intake.vault.vault_folder import open_vault_folder

from .conftest import MOMENT, OPENING_WORDS

MARKER = "MARKER-quetzal"
PAGE, RESERVED, SALT, VECTOR = 4096, 80, 16, 16


def plain_bytes_of(folder: Path) -> bytes:
    """Every file as it lies on the disk. Only for closed vaults: closing a file drops this process's lock on it."""
    return b"\n".join(path.read_bytes() + path.name.encode() for path in sorted(folder.rglob("*")) if path.is_file())


def marks_in(content: bytes) -> int:
    return content.count(MARKER.encode()) + content.count(MARKER.encode("utf-16-le"))


def opened_pages(folder: Path) -> bytes:
    """Every page of the records in the clear, free ones too, by SQLCipher 4's page layout (AES-256-CBC, raw key)."""
    keys = read_key_file(folder)
    key = unwrap_key(keys.slots[0], bytearray(OPENING_WORDS), keys.vault_id)
    assert key is not None
    content = (folder / RECORDS_FILE).read_bytes()
    opened = bytearray()
    for start in range(0, len(content), PAGE):
        page = content[start : start + PAGE]
        sealed = page[SALT if start == 0 else 0 : PAGE - RESERVED]
        vector = page[PAGE - RESERVED : PAGE - RESERVED + VECTOR]
        cipher = Cipher(algorithms.AES(bytes(key.material())), modes.CBC(vector)).decryptor()
        opened += cipher.update(sealed) + cipher.finalize()
    return bytes(opened)


@pytest.fixture
def full_case(vault: VaultStore, case: Case, put_text: Callable[..., None]) -> Case:
    """A case with the marker in everything that can hold text."""
    for part in CasePart:
        put_text(vault, case.id, f"{MARKER}.{part}", f"{MARKER} " * 900, part)
    vault.put_draft(case.id, f"{MARKER}.draft", f"{MARKER} " * 900)
    vault.put_place(case.id, MARKER)
    vault.set_last_case(case.id)
    vault.put_release(Release(release_id="r", case_id=case.id, purpose=MARKER, items_released=(MARKER,)))
    vault.put_export(case.id, "r", MARKER, case.opened_on)
    return case


def test_no_plain_word_lies_in_any_file_after_closing(folder: Path, vault: VaultStore, full_case: Case) -> None:
    vault.close()
    content = plain_bytes_of(folder)
    assert marks_in(content) == 0
    for word in (full_case.id, full_case.label, "CREATE TABLE", "SQLite format", "answers", OPENING_WORDS.decode()):
        assert word.encode() not in content


def test_no_plain_word_lies_in_the_journal_or_a_temporary_file_while_open(
    folder: Path, vault: VaultStore, full_case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "temporary"
    elsewhere.mkdir()
    for name in ("TMPDIR", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(elsewhere))
    vault.put_draft(full_case.id, "q", f"{MARKER} " * 100_000)
    vault._database.rows("SELECT body FROM drafts, cases ORDER BY body || cases.id")
    journal = folder / f"{RECORDS_FILE}-wal"
    assert journal.stat().st_size > 1_000_000
    assert marks_in(journal.read_bytes()) == 0
    assert list(elsewhere.iterdir()) == []
    assert [row[0] for row in settings_of(vault, "temp_store", "synchronous", "foreign_keys", "secure_delete")] == [
        2,
        2,
        1,
        1,
    ]


def settings_of(store: VaultStore, *names: str) -> list[tuple[object, ...]]:
    connection = store._database._connection
    connection.set_authorizer(None)
    return [connection.execute(f"PRAGMA {name}").fetchall()[0] for name in names]


def test_the_lock_journal_and_page_size_are_as_stated(vault: VaultStore) -> None:
    names = ("journal_mode", "locking_mode", "page_size", "auto_vacuum", "trusted_schema")
    assert [row[0] for row in settings_of(vault, *names)] == ["wal", "exclusive", "4096", 2, 0]


def test_the_probe_of_this_file_sees_what_is_there(folder: Path, vault: VaultStore, full_case: Case) -> None:
    vault.close()
    assert marks_in(opened_pages(folder)) > 2700


def test_after_erasing_nothing_of_a_case_is_left_even_for_who_has_the_key(
    folder: Path, vault: VaultStore, full_case: Case, put_text: Callable[..., None]
) -> None:
    other = vault.new_case(full_case.opened_on)
    put_text(vault, other.id, "q", "stays")
    (folder / f"{RECORDS_FILE}.before-2000").write_bytes(b"an old copy")
    vault.erase_case(full_case.id, MOMENT.date())
    assert (folder / f"{RECORDS_FILE}-wal").stat().st_size == 0
    assert not (folder / f"{RECORDS_FILE}.before-2000").exists()
    assert [line.id for line in vault.cases()] == [other.id]
    assert vault.last_case() is None
    with pytest.raises(Defect):
        vault.case(full_case.id)
    vault.check_whole()
    vault.close()
    opened = opened_pages(folder)
    assert marks_in(opened) == 0
    assert full_case.id.encode() not in opened
    assert b"stays" in opened


def test_erasing_twice_does_nothing_more(vault: VaultStore, full_case: Case) -> None:
    vault.erase_case(full_case.id, MOMENT.date())
    vault.erase_case(full_case.id, MOMENT.date())
    assert vault.cases() == ()
    assert vault._database.rows("SELECT count(*) FROM walled_off_answers") == [(0,)]
    assert vault._database.rows("SELECT count(*) FROM exports") == [(0,)]


def test_an_answer_that_was_taken_back_is_overwritten_too(folder: Path, vault: VaultStore, full_case: Case) -> None:
    for part in CasePart:
        vault.remove_answer(full_case.id, f"{MARKER}.{part}")
    vault.put_draft(full_case.id, f"{MARKER}.draft", "")
    vault.close()
    assert marks_in(opened_pages(folder)) < 10


@pytest.mark.parametrize(
    "statement",
    [
        "ATTACH DATABASE '{place}/open.db' AS open KEY ''",
        "ATTACH DATABASE ':memory:' AS open",
        "DETACH DATABASE main",
        "VACUUM INTO '{place}/open.db'",
        "PRAGMA temp_store = FILE",
        "PRAGMA rekey = ''",
        "PRAGMA key = 'x'",
        "PRAGMA synchronous = OFF",
        "PRAGMA journal_mode = OFF",
        "PRAGMA locking_mode = NORMAL",
        "SELECT sqlcipher_export('main')",
        "SELECT load_extension('{place}/x')",
    ],
)
def test_no_statement_can_write_in_the_open_or_change_how_it_is_kept(
    vault: VaultStore, tmp_path: Path, statement: str
) -> None:
    with pytest.raises(Defect):
        vault._database.rows(statement.format(place=tmp_path))
    assert not (tmp_path / "open.db").exists()


def test_nothing_is_said_on_any_channel_when_the_key_is_wrong(
    folder: Path, vault: VaultStore, capfd: pytest.CaptureFixture[str]
) -> None:
    vault.close()
    records = folder / RECORDS_FILE
    records.write_bytes(os.urandom(8192))
    with pytest.raises(Exception, match="vault_damaged"):
        open_vault_folder(folder, bytearray(OPENING_WORDS))
    assert capfd.readouterr() == ("", "")
