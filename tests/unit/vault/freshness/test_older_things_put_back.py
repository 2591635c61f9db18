"""What was put back, cut, flipped or taken away is named at the next opening, and the vault opens all the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from intake.clock import FixedClock
from intake.errors import Mishap
from intake.vault.audit.entry import Action
from intake.vault.freshness.head_file import HEAD_FILE
from intake.vault.freshness.standing import Doubt, DoubtKind
from intake.vault.key_file import read_key_file
from intake.vault.store import VaultStore
from intake.vault.vault_folder import create_vault_folder, open_vault_folder
from tests.unit.vault.conftest import MOMENT, OPENING_WORDS, TINY

from .conftest import PAGE, changed, kept, kinds, put_back

Opened = Callable[[], VaultStore]
PutText = Callable[..., None]


def test_a_vault_left_in_peace_is_fresh(opened: Opened, put_text: PutText) -> None:
    for _ in range(3):
        with opened() as store:
            assert store.doubts() == ()
            changed(store, put_text)
            assert store.check_freshness() == ()


def test_an_older_copy_of_the_whole_folder_is_noticed_on_the_same_computer(
    made: Path, opened: Opened, put_text: PutText
) -> None:
    aside = kept(made)
    with opened() as store:
        changed(store, put_text, 5)
    put_back(aside, made)
    with opened() as store:
        assert store.doubts() == (Doubt(DoubtKind.CHANGES_MISSING, count=5),)
        assert len(store.cases()) == 2


def test_another_computer_that_remembers_nothing_raises_no_alarm(made: Path, tmp_path: Path) -> None:
    for witnesses in (None, tmp_path / "other"):
        with open_vault_folder(made, bytearray(OPENING_WORDS), witnesses=witnesses) as store:
            assert store.doubts() == ()


def test_older_records_alone_are_noticed_on_any_computer(made: Path, opened: Opened, put_text: PutText) -> None:
    aside = kept(made)
    with opened() as store:
        changed(store, put_text, 4)
    put_back(aside, made, "records.db")
    with open_vault_folder(made, bytearray(OPENING_WORDS)) as store:
        assert store.doubts() == (Doubt(DoubtKind.CHANGES_MISSING, count=4),)


def test_it_is_said_again_until_somebody_goes_on_and_never_after(made: Path, opened: Opened, put_text: PutText) -> None:
    aside = kept(made)
    with opened() as store:
        changed(store, put_text)
    put_back(aside, made)
    for _ in range(2):
        with opened() as store:
            assert kinds(store) == {DoubtKind.CHANGES_MISSING}
            changed(store, put_text, 9)  # work goes on past the number that was missing
    with opened() as store:
        store.go_on(date(2026, 5, 9), "B7")
        assert store.doubts() == ()
        assert [(line.action, line.staff_code) for line in store.log_entries()] == [(Action.WENT_ON, "B7")]
    for witnesses in (True, False):
        with opened() if witnesses else open_vault_folder(made, bytearray(OPENING_WORDS)) as store:
            assert store.doubts() == ()
            assert store.check_freshness() == ()


def test_a_newer_copy_found_later_is_no_stranger(made: Path, opened: Opened, put_text: PutText, tmp_path: Path) -> None:
    older = kept(made)
    with opened() as store:
        changed(store, put_text)
    newer = made.rename(tmp_path / "newer")
    older.rename(made)
    with opened() as store:
        assert store.doubts()
    made.rename(tmp_path / "older")
    newer.rename(made)
    with opened() as store:
        assert store.doubts() == ()


def test_two_folders_that_went_their_own_ways_are_told_apart(made: Path, opened: Opened, put_text: PutText) -> None:
    aside = kept(made)
    with opened() as store:
        changed(store, put_text, 2)
    with open_vault_folder(aside, bytearray(OPENING_WORDS)) as store:
        put_text(store, store.cases()[0].id, "a.one", "quite other words")
        changed(store, put_text, 6)
    put_back(aside, made)
    with opened() as store:
        assert kinds(store) == {DoubtKind.FORKED}


def pages_that_differ(one: Path, other: Path) -> list[int]:
    first, second = one.read_bytes(), other.read_bytes()
    return [
        at for at in range(0, min(len(first), len(second)), PAGE) if first[at : at + PAGE] != second[at : at + PAGE]
    ]


def test_any_one_older_page_put_back_is_noticed(made: Path, opened: Opened, put_text: PutText) -> None:
    """Every page that changed, one after another: records, stamps, tree and links alike."""
    aside = kept(made)
    with opened() as store:
        first, second = (line.id for line in store.cases())
        put_text(store, first, "a.one", "other words")
        put_text(store, second, "a.two", "other words too")
        store.put_setting("language", "es")
        with store.together():
            store._database.rows("UPDATE cases SET last_touched_on = '2026-05-08'")
        store.remove_answer(first, "a.three")
    newest = (made / "records.db").read_bytes()
    places = pages_that_differ(made / "records.db", aside / "records.db")
    older = (aside / "records.db").read_bytes()
    assert len(places) > 5
    unseen = []
    for at in places:
        (made / "records.db").write_bytes(newest[:at] + older[at : at + PAGE] + newest[at + PAGE :])
        try:
            with open_vault_folder(made, bytearray(OPENING_WORDS)) as store:
                seen = bool(store.check_freshness())
        except Mishap:
            seen = True  # the page does not even fit in with the others
        if not seen:
            unseen.append(at)
    assert unseen == []


def test_an_older_state_of_one_case_is_named_once_and_can_be_read_then(
    made: Path, opened: Opened, put_text: PutText
) -> None:
    with opened() as store:
        case_id = store.cases()[0].id
        store._database.watch = None  # as a page put back does: the rows change, the tree does not
        put_text(store, case_id, "a.one", "other words")
        store._database.rows("DELETE FROM touched")
        store._database.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    with opened() as store:
        assert store.doubts() == ()
        with pytest.raises(Mishap, match="case_changed") as caught:
            store.case(case_id)
        assert "not as it was last saved" in caught.value.what_happened
        assert store.case(case_id).id == case_id
        assert store.doubts() == (Doubt(DoubtKind.CASE_CHANGED, case_id),)
    with opened() as store:
        assert store.doubts() == (Doubt(DoubtKind.CASE_CHANGED, case_id),)
        store.erase_case(case_id, date(2026, 5, 9))
        assert store.doubts() == ()


def test_writing_in_a_case_first_does_not_hide_that_it_was_changed(opened: Opened, put_text: PutText) -> None:
    with opened() as store:
        case_id = store.cases()[0].id
        store._database.rows("UPDATE shareable_answers SET value = NULL, status = 'declined'")
        store._database.rows("DELETE FROM touched")
        put_text(store, case_id, "a.two", "newer")
        assert (DoubtKind.CASE_CHANGED, case_id) in {(one.kind, one.case_id) for one in store.doubts()}


def test_a_head_file_that_is_gone_is_noticed_and_made_anew(made: Path, opened: Opened) -> None:
    (made / HEAD_FILE).unlink()
    with opened() as store:
        assert kinds(store) == {DoubtKind.HEAD_GONE}
        store.go_on(date(2026, 5, 9))
    assert (made / HEAD_FILE).exists()
    with opened() as store:
        assert store.doubts() == ()


def test_a_garbled_head_file_is_noticed(made: Path, opened: Opened) -> None:
    (made / HEAD_FILE).write_bytes(b"{" * 1024)
    with opened() as store:
        assert kinds(store) == {DoubtKind.HEAD_DAMAGED}


@pytest.mark.parametrize("number", [b"1e999", b"1.5", b"true", b"null", b'"7"'])
def test_a_number_that_is_none_is_garbled_in_the_head_file_and_in_what_the_computer_remembers(
    made: Path, opened: Opened, witnesses: Path, number: bytes
) -> None:
    for name in (b"seq", b"time"):
        (witness,) = witnesses.iterdir()
        for path in (made / HEAD_FILE, witness):
            path.write_bytes(re.sub(b'"%s":[0-9]+' % name, b'"%s":%s' % (name, number), path.read_bytes()))
        with opened() as store:
            assert kinds(store) == {DoubtKind.HEAD_DAMAGED}
            store.go_on(date(2026, 5, 9))


def test_one_half_of_a_head_file_torn_by_a_kill_is_no_alarm(made: Path, opened: Opened, put_text: PutText) -> None:
    for offset in (0, 512):
        raw = bytearray((made / HEAD_FILE).read_bytes())
        raw[offset + 20 : offset + 60] = bytes(40)
        (made / HEAD_FILE).write_bytes(raw)
        with opened() as store:
            assert store.doubts() == ()
            changed(store, put_text, 2)


def test_the_head_file_of_another_vault_is_noticed(made: Path, opened: Opened, tmp_path: Path) -> None:
    other = tmp_path / "other"
    create_vault_folder(other, bytearray(OPENING_WORDS), FixedClock(MOMENT), TINY).close()
    (made / HEAD_FILE).write_bytes((other / HEAD_FILE).read_bytes())
    with opened() as store:
        assert kinds(store) == {DoubtKind.HEAD_DAMAGED}


def test_an_older_head_file_is_what_a_kill_leaves_and_no_alarm(made: Path, opened: Opened, put_text: PutText) -> None:
    aside = kept(made)
    with opened() as store:
        changed(store, put_text)
    put_back(aside, made, HEAD_FILE)
    with opened() as store:
        assert store.doubts() == ()


def test_the_key_file_says_that_there_must_be_a_head(made: Path) -> None:
    assert read_key_file(made).must_have_head


def test_a_flipped_bit_in_the_journal_counts_the_changes_that_are_lost(
    made: Path, opened: Opened, put_text: PutText, tmp_path: Path
) -> None:
    store = opened()
    changed(store, put_text, 3)
    written = (made / "records.db-wal").stat().st_size
    changed(store, put_text, 4)
    killed = tmp_path / "killed"
    killed.mkdir(mode=0o700)
    for path in made.iterdir():
        (killed / path.name).write_bytes(path.read_bytes())
    store.close()
    journal = bytearray((killed / "records.db-wal").read_bytes())
    journal[written + 200] ^= 1
    (killed / "records.db-wal").write_bytes(journal)
    with open_vault_folder(killed, bytearray(OPENING_WORDS)) as lost:
        assert lost.doubts() == (Doubt(DoubtKind.CHANGES_MISSING, count=4),)


def test_records_from_before_the_chain_put_back_are_noticed(made: Path, opened: Opened, put_text: PutText) -> None:
    with opened() as store:
        changed(store, put_text, 2)
        store._database.watch = None
        store._database.rows("DELETE FROM links")
        store._database.rows("DELETE FROM chain_start")
    with opened() as store:
        assert kinds(store) >= {DoubtKind.CHANGES_MISSING}


def test_a_head_that_cannot_be_written_holds_nothing_up_and_is_told_at_the_next_opening(
    made: Path, opened: Opened, put_text: PutText, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(5, "no")

    with monkeypatch.context() as patched:
        patched.setattr("intake.vault.freshness.head_file.write_in_place", fail)
        with opened() as store:
            changed(store, put_text)
            assert store.doubts() == ()
        with opened() as store:
            assert kinds(store) == {DoubtKind.HEAD_NOT_WRITTEN}
    with opened() as store:
        assert store.doubts() == ()
