"""Before a copy is put back, what would change is told report by report; nothing is changed by looking."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from intake.clock import FixedClock
from intake.errors import Mishap
from intake.vault.backup.compare import There, compare_before_restore
from intake.vault.backup.restore import restore
from intake.vault.store import VaultStore
from intake.vault.vault_folder import create_vault_folder, open_vault_folder
from tests.unit.vault.conftest import MOMENT, TINY

from .conftest import CASES, TODAY, forge, take_the_seal
from .test_restore import bytes_of

LATER = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def told(copy: Path, place: Path, words: bytearray) -> str:
    with pytest.raises(Mishap) as caught:
        compare_before_restore(copy, place, words)
    return caught.value.code


def test_where_nothing_lies_nothing_is_replaced(copy: Path, tmp_path: Path, words: bytearray) -> None:
    found = compare_before_restore(copy, tmp_path / "new", words)
    assert (found.there, found.case_count, found.made_on) == (There.NOTHING, CASES, TODAY)
    assert found.last_touched_on == MOMENT.date()
    assert not (tmp_path / "new").exists()


def test_a_vault_that_holds_the_same_differs_in_no_report(copy: Path, folder: Path, words: bytearray) -> None:
    before = bytes_of(folder)
    found = compare_before_restore(copy, folder, words)
    assert found.there is There.SAME_VAULT
    assert found.only_in_vault == found.differing == found.only_in_copy == ()
    assert bytes_of(folder) == before


def test_new_changed_and_erased_reports_are_each_told_with_their_days(
    copy: Path, folder: Path, words: bytearray
) -> None:
    with open_vault_folder(folder, words) as store:
        changed, erased, drafted = store.cases()[:3]
        new = store.new_case(LATER.date())
        change(store, changed.id)
        store.put_draft(drafted.id, "words.short", "another word")
        store.put_place(store.cases()[-1].id, "elsewhere")
        store.erase_case(erased.id, LATER.date())
    found = compare_before_restore(copy, folder, words)
    assert [(one.label, one.vault_on, one.copy_on) for one in found.only_in_vault] == [(new.label, LATER.date(), None)]
    assert [(one.label, one.vault_on, one.copy_on) for one in found.only_in_copy] == [
        (erased.label, None, MOMENT.date())
    ]
    assert {(one.label, one.is_newer_in_vault) for one in found.differing} == {
        (changed.label, True),
        (drafted.label, False),
    }


def test_a_broken_vault_and_one_without_a_key_file_can_still_be_replaced(
    copy: Path, folder: Path, words: bytearray
) -> None:
    (folder / "key_slots.json").unlink()
    assert compare_before_restore(copy, folder, words).there is There.UNREADABLE
    assert restore(copy, folder, words, TODAY).kept_aside
    raw = bytearray((folder / "records.db").read_bytes())
    raw[9000] ^= 1
    (folder / "records.db").write_bytes(raw)
    assert compare_before_restore(copy, folder, words).there is There.UNREADABLE
    (folder / "key_slots.json").write_bytes(b"{}")
    with pytest.raises(Mishap, match="not_a_vault"):
        restore(copy, folder, words, TODAY)


def test_what_restoring_declines_is_declined_before_looking(copy: Path, folder: Path, words: bytearray) -> None:
    other = folder.parent / "other"
    create_vault_folder(other, words, FixedClock(MOMENT), TINY).close()
    assert told(copy, other, words) == "copy_of_other_vault"
    assert told(copy, copy, words) == "copy_same_place"
    assert told(copy.parent, folder, words) == "no_vault"
    assert told(copy, folder, bytearray(b"another")) == "wrong_passphrase"
    with open_vault_folder(folder, words):
        assert told(copy, folder, words) == "vault_in_use"
    (copy / "records.db").write_bytes(b"")
    assert told(copy, folder, words) == "copy_damaged"


def test_a_copy_whose_name_was_changed_has_no_day(copy: Path, folder: Path, words: bytearray) -> None:
    renamed = copy.with_name("from the safe")
    copy.rename(renamed)
    assert compare_before_restore(renamed, folder, words).made_on is None


def change(store: VaultStore, case_id: str) -> None:
    from intake.answers.model import Answer, AnswerStatus, Text
    from intake.cases.model import CasePart

    answer = Answer(AnswerStatus.GIVEN, Text("changed"))
    store.put_answer(case_id, "words.story", CasePart.SHAREABLE, answer, "en", "fingerprint", LATER)


def test_the_words_are_for_one_who_puts_a_copy_back(copy: Path, folder: Path) -> None:
    from intake.actions.copies.put_back import look_before, put_back

    typed = bytearray(b"another")
    with pytest.raises(Mishap) as caught:
        look_before(copy, folder, typed)
    assert caught.value.what_happened == "This passphrase does not open the copy."
    assert caught.value.what_is_safe == "Nothing was put back. What was there before has not changed."
    assert not any(typed)
    with pytest.raises(Mishap) as caught:
        put_back(copy.parent, folder, bytearray(b"another"), FixedClock(LATER))
    assert caught.value.what_happened == "There is no copy in this folder."


def test_a_vault_whose_key_file_somebody_changed_is_still_told_report_by_report(
    copy: Path, folder: Path, words: bytearray
) -> None:
    with open_vault_folder(folder, words) as store:
        new = store.new_case(LATER.date())
    forge(folder, take_the_seal)
    found = compare_before_restore(copy, folder, words)
    assert [one.label for one in found.only_in_vault] == [new.label]
    assert restore(copy, folder, words, TODAY).cases_only_there == 1
