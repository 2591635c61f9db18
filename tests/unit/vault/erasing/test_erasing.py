"""Erase one, its own words or all: nothing in the raw pages, the rest whole, a hold stops it, a cut is finished."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from intake.answers.model import Answer, AnswerStatus, Choice
from intake.cases.model import Case, CasePart
from intake.errors import Defect, Mishap
from intake.releases.model import Release, Signature, SignatureKind
from intake.vault import mishaps
from intake.vault.database import RECORDS_FILE, Database
from intake.vault.erasing.eraser import Tombstone
from intake.vault.erasing.holds import Hold
from intake.vault.erasing.out_of_reach import CopyOut, OutOfReach, PageOut
from intake.vault.store import VaultStore
from tests.unit.vault.conftest import MOMENT
from tests.unit.vault.test_residue import opened_pages

DAY = MOMENT.date()
SPOKEN = "quetzal over the weir "
PutText = Callable[..., None]


@pytest.fixture
def told(vault: VaultStore, case: Case, put_text: PutText) -> Case:
    put_text(vault, case.id, "words", SPOKEN * 400, CasePart.WALLED_OFF)
    put_text(vault, case.id, "voice", "a low voice", CasePart.IDENTIFYING)
    hit = Answer(AnswerStatus.GIVEN, Choice("hit"))
    vault.put_answer(case.id, "kind", CasePart.SHAREABLE, hit, "en", "fp", MOMENT)
    vault.put_answer(case.id, "declined", CasePart.WALLED_OFF, Answer(AnswerStatus.DECLINED), "en", "fp", MOMENT)
    vault.put_draft(case.id, "later", SPOKEN)
    return case


def spoken_in(folder: Path) -> int:
    opened = opened_pages(folder)
    return opened.count(SPOKEN.strip().encode()) + opened.count(SPOKEN.strip().encode("utf-16-le"))


def rows(store: VaultStore, table: str) -> int:
    return int(str(store._database.rows(f"SELECT count(*) FROM {table}")[0][0]))  # noqa: S608 - a name from this file


def test_the_words_go_and_the_facts_stay(folder: Path, vault: VaultStore, told: Case) -> None:
    vault.erase_narrative(told.id, frozenset({"voice"}), DAY)
    assert set(vault.case(told.id).all_answers()) == {"voice", "kind", "declined"}
    assert vault.drafts(told.id) == {}
    assert [stone.what for stone in vault.tombstones()] == ["narrative"]
    vault.check_whole()
    vault.close()
    assert spoken_in(folder) == 0
    assert b"a low voice" in opened_pages(folder)


def test_words_that_cannot_be_read_go_too(vault: VaultStore, told: Case) -> None:
    vault._database.rows("UPDATE identifying_answers SET value = 'no json' WHERE question_id = 'voice'")
    vault.erase_narrative(told.id, frozenset(), DAY)
    assert set(vault.case(told.id).all_answers()) == {"kind", "declined"}


def test_everything_goes_and_the_log_and_the_settings_stay(folder: Path, vault: VaultStore, told: Case) -> None:
    vault.new_case(DAY)
    vault.put_setting("office.phone", "415 555 0134")
    vault.erase_everything(2, DAY)
    assert vault.cases() == ()
    for table in ("walled_off_answers", "drafts", "releases", "record_tokens", "erasing_unfinished"):
        assert rows(vault, table) == 0
    assert vault.setting("office.phone") == "415 555 0134"
    assert [entry.action for entry in vault.log_entries()] == ["erased"]
    vault.close()
    assert spoken_in(folder) == 0


def test_everything_with_the_settings_keeps_what_the_vault_knows_of_itself(vault: VaultStore, told: Case) -> None:
    vault.put_setting("office.phone", "415 555 0134")
    vault.put_setting("keys.sealed", "1")
    vault.erase_everything(1, DAY, with_settings=True)
    assert vault.setting("office.phone") is None
    assert vault.setting("keys.sealed") == "1"
    assert vault.setting("vault.made_on") == DAY.isoformat()


def test_another_number_than_there_are_erases_nothing(vault: VaultStore, told: Case) -> None:
    with pytest.raises(Mishap, match="wrong_count"):
        vault.erase_everything(2, DAY)
    assert len(vault.cases()) == 1
    assert vault.log_entries() == ()


def test_no_moved_row_leaves_its_old_bytes_in_the_gap_of_a_page(
    folder: Path, vault: VaultStore, put_text: PutText
) -> None:
    """With secure_delete alone this fails: SQLite leaves bytes behind where it moves rows between pages."""
    chance = random.Random(0)  # noqa: S311 - a seed makes the case repeatable
    cases = [vault.new_case(DAY) for _ in range(30)]
    for _ in range(900):
        number = chance.randrange(30)
        text = f"WORD{number:02d}quetzal " * chance.randrange(1, chance.choice([2, 40, 200]))
        where = (cases[number].id, f"q.{chance.randrange(25)}")
        if chance.random() < 0.3:
            vault.put_draft(*where, text)
        else:
            put_text(vault, *where, text, chance.choice(list(CasePart)))
    gone = chance.sample(range(30), 15)
    for number in gone:
        vault.erase_case(cases[number].id, DAY)
    vault.close()
    opened = opened_pages(folder)
    assert [number for number in gone if f"WORD{number:02d}".encode() in opened] == []
    assert all(cases[number].id.encode() not in opened for number in gone)
    assert sum(f"WORD{number:02d}".encode() in opened for number in range(30)) == 15


def test_a_tombstone_says_a_month_and_a_random_token_alone(vault: VaultStore, told: Case) -> None:
    vault.erase_case(told.id, DAY)
    (stone,) = vault.tombstones()
    (line,) = vault.log_entries()
    assert stone == Tombstone(line.token, "2026-05", "case")
    assert told.id not in stone.token
    assert rows(vault, "record_tokens") == 0


def test_a_hold_stops_every_erasing_and_nothing_is_half_done(vault: VaultStore, told: Case) -> None:
    vault.put_hold(told.id, DAY)
    before = vault.case(told.id)
    erasings: tuple[Callable[[], None], ...] = (
        lambda: vault.erase_case(told.id, DAY),
        lambda: vault.erase_narrative(told.id, frozenset(), DAY),
        lambda: vault.erase_everything(1, DAY),
    )
    for erase in erasings:
        with pytest.raises(Mishap, match="legal_hold"):
            erase()
    assert (vault.case(told.id), vault.tombstones()) == (before, ())
    assert [entry.action for entry in vault.log_entries()] == ["hold_set"]


def test_the_tables_themselves_refuse_to_drop_a_case_on_hold(vault: VaultStore, told: Case) -> None:
    vault.put_hold(told.id, DAY)
    with pytest.raises(Defect):
        vault._database.rows("DELETE FROM cases")
    assert len(vault.cases()) == 1


def test_a_hold_ends_is_set_anew_and_says_its_days(vault: VaultStore, told: Case) -> None:
    assert vault.hold(told.id) is None
    vault.release_hold(told.id, DAY)
    vault.put_hold(told.id, DAY)
    vault.put_hold(told.id, date(2026, 6, 1))
    assert vault.hold(told.id) == Hold(DAY)
    vault.release_hold(told.id, date(2026, 7, 1))
    assert vault.hold(told.id) == Hold(DAY, date(2026, 7, 1))
    vault.put_hold(told.id, date(2026, 8, 1))
    assert vault.hold(told.id) == Hold(date(2026, 8, 1))
    vault.release_hold(told.id, date(2026, 9, 1))
    vault.erase_case(told.id, date(2026, 9, 1))
    assert rows(vault, "legal_holds") == 0


def test_a_full_disk_says_what_is_gone_and_the_next_opening_finishes(
    folder: Path,
    vault: VaultStore,
    told: Case,
    reopened: Callable[[], VaultStore],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def no_room(_: Database) -> None:
        raise mishaps.disk_full()

    with monkeypatch.context() as patched:
        patched.setattr(Database, "rewrite", no_room)
        with pytest.raises(Mishap, match="erase_unfinished"):
            vault.erase_case(told.id, DAY)
        assert vault.cases() == ()
        again = reopened()  # still no room: nobody is locked out
        assert rows(again, "erasing_unfinished") == 1
    last = reopened()
    assert rows(last, "erasing_unfinished") == 0
    assert (folder / f"{RECORDS_FILE}-wal").stat().st_size == 0
    last.close()
    assert spoken_in(folder) == 0


def test_writing_every_page_anew_opens_no_door(vault: VaultStore, told: Case, tmp_path: Path) -> None:
    vault.erase_case(told.id, DAY)
    for statement in (f"VACUUM INTO '{tmp_path}/open.db'", "ATTACH '' AS other", "VACUUM"):
        with pytest.raises(Defect):
            vault._database.rows(statement)
    assert not (tmp_path / "open.db").exists()


def test_what_left_is_listed_by_kind_and_day(vault: VaultStore, told: Case) -> None:
    assert vault.out_of_reach(told.id) == OutOfReach()
    ink = Signature(SignatureKind.INK, place_kept="the grey binder")
    vault.put_release(Release(release_id="r", case_id=told.id, recipient="hospital_safe", signature=ink))
    vault.put_export(told.id, "r", "ab", DAY)
    page = PageOut("hospital_safe", "", DAY)
    assert vault.out_of_reach(told.id) == OutOfReach((page,), 1) == vault.out_of_reach(None)
    assert vault.out_of_reach(vault.new_case(DAY).id) == OutOfReach()


def test_the_copies_that_hold_a_case_are_listed(vault: VaultStore, told: Case) -> None:
    vault._database.rows("INSERT INTO copies VALUES ('c', '/media/stick', '2026-05-04', '2026-05-04', 'ab')")
    vault._database.rows("INSERT INTO copy_cases VALUES ('c', ?)", (told.id,))
    copy = CopyOut("/media/stick", DAY)
    assert vault.out_of_reach(told.id).copies == (copy,) == vault.out_of_reach(None).copies
    assert vault.out_of_reach(vault.new_case(DAY).id).copies == ()
    assert "stick" not in repr(copy)
