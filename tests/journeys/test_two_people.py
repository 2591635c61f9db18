"""Two invented people on one laptop: who reads the log, who sees the figures, and what takes both of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from intake.actions.cases.how_much import PermissionState, ReportState, how_much
from intake.actions.compelled.answer_order import answer_order
from intake.actions.compelled.legal_requests import legal_requests, note_request, note_told
from intake.actions.erasing.erase_case import erase_case
from intake.actions.erasing.erase_everything import erase_everything
from intake.actions.erasing.erase_narrative import erase_narrative
from intake.actions.erasing.erase_several import before_erasing_several, erase_several
from intake.actions.interview.keep_draft import keep_draft
from intake.actions.keys import staff
from intake.actions.keys.two_people import GuardedAct, is_rule_on, turn_rule
from intake.actions.session import OpenVault
from intake.actions.vault.office import Office, save_office
from intake.actions.vault.practise import open_practice
from intake.actions.vault.read_log import read_log
from intake.clock import Clock, FixedClock
from intake.content import Content
from intake.errors import Mishap
from intake.releases.legal_request import BroughtBy, RequestKind
from intake.releases.model import Release, Signature, SignatureKind
from intake.vault import mishaps, sqlcipher
from intake.vault.database import Database
from intake.vault.key_file import KEY_FILE, KeyFile
from intake.vault.keys import DataKey, KeySlot
from intake.vault.slots import second_person
from intake.vault.slots.unlocking import unlock
from intake.vault.vault_folder import create_vault_folder, open_vault_folder
from tests.journeys.conftest import QUICK

LEAD = b"seven quiet herons over the weir"
COLLEAGUE = b"nine copper kettles along the shore"
THIRD = b"eleven amber lanterns under a bridge"
STRANGER = b"two tin roofs against the rain"
Act = Callable[[OpenVault, bytearray | None], object]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("intake.actions.keys.staff.calibrate_cost", lambda: QUICK)


@pytest.fixture
def alone(tmp_path: Path, content: Content, clock: Clock) -> Iterator[OpenVault]:
    """A supervisor whom nobody has joined yet."""
    session = OpenVault(create_vault_folder(tmp_path / "two", bytearray(LEAD), clock, QUICK), content, clock)
    for _ in range(3):
        session.store.new_case(clock.today())
    yield session
    session.store.close()


@pytest.fixture
def lead(alone: OpenVault) -> OpenVault:
    """The supervisor, with an advocate B7 who has a passphrase too."""
    add(alone, "B7", COLLEAGUE)
    return alone


@pytest.fixture
def guarded(lead: OpenVault) -> OpenVault:
    """As above, and the rule is on."""
    turn_rule(lead, True, bytearray(COLLEAGUE))
    return lead


@pytest.fixture
def advocate(lead: OpenVault, content: Content, clock: Clock) -> Iterator[OpenVault]:
    lead.store.close()
    session = OpenVault(open_vault_folder(lead.store.folder, bytearray(COLLEAGUE)), content, clock)
    yield session
    session.store.close()


def add(session: OpenVault, code: str, passphrase: bytes) -> None:
    staff.add_staff(session, bytearray(LEAD), code, staff.StaffRole.ADVOCATE, bytearray(passphrase))


def ids(session: OpenVault) -> list[str]:
    return [line.id for line in session.store.cases()]


def first(session: OpenVault) -> tuple[str, str]:
    line = session.store.cases()[0]
    return line.id, line.label


def ready_for(session: OpenVault, act: GuardedAct) -> None:
    """An order is answered only when it was noted and both were told."""
    if act is GuardedAct.ANSWER_ORDER:
        save_office(session, Office("Harbor Program", "415 555 0134"))
        case_id, today = first(session)[0], session.clock.today()
        request = note_request(session, case_id, RequestKind.COURT_ORDER, BroughtBy.COURT, today, today)
        note_told(session, case_id, request.request_id, lawyer_on=today, person_on=today, lawyer_says_answer=True)


def answer_the_order(session: OpenVault, second: bytearray | None) -> object:
    case_id = first(session)[0]
    request = legal_requests(session, case_id)[0]
    return answer_order(session, case_id, request.request_id, frozenset({"acts"}), session.store.folder.parent, second)


ACTS: dict[GuardedAct, Act] = {
    GuardedAct.ERASE_EVERYTHING: lambda one, second: erase_everything(one, "3", second),
    GuardedAct.ERASE_SEVERAL: lambda one, second: erase_several(one, ids(one)[:2], "2", second),
    GuardedAct.ERASE_REPORT: lambda one, second: erase_case(one, *first(one), second),
    GuardedAct.ERASE_WORDS: lambda one, second: erase_narrative(one, *first(one), second),
    GuardedAct.REMOVE_STAFF: lambda one, second: staff.remove_staff(one, bytearray(LEAD), "C9", second),
    GuardedAct.ANSWER_ORDER: answer_the_order,
    GuardedAct.TURN_RULE_ON: lambda one, second: turn_rule(one, True, second),
    GuardedAct.TURN_RULE_OFF: lambda one, second: turn_rule(one, False, second),
}


def test_every_guarded_act_is_walked_below() -> None:
    assert set(ACTS) == set(GuardedAct)


@pytest.mark.parametrize("act", GuardedAct)
@pytest.mark.parametrize(
    ("second", "code"),
    [
        (None, "second_needed"),
        (b"", "second_needed"),
        (LEAD, "second_is_you"),
        (STRANGER, "second_unknown"),
        (COLLEAGUE + b" ", "second_unknown"),
    ],
)
def test_no_guarded_act_goes_on_without_a_second_person(
    lead: OpenVault, act: GuardedAct, second: bytes | None, code: str
) -> None:
    add(lead, "C9", THIRD)
    ready_for(lead, act)
    if act is not GuardedAct.TURN_RULE_ON:
        turn_rule(lead, True, bytearray(COLLEAGUE))
    keys, log, was_on = (lead.store.folder / KEY_FILE).read_bytes(), lead.store.log_entries(), is_rule_on(lead)
    with pytest.raises(Mishap) as caught:
        ACTS[act](lead, None if second is None else bytearray(second))
    assert caught.value.code == code
    assert caught.value.what_is_safe == "Nothing has changed."
    assert len(lead.store.cases()) == 3
    assert lead.store.tombstones() == ()
    assert lead.store.log_entries() == log
    assert (lead.store.folder / KEY_FILE).read_bytes() == keys
    assert is_rule_on(lead) is was_on


@pytest.mark.parametrize("act", GuardedAct)
def test_every_guarded_act_goes_on_with_one_and_the_log_says_who_agreed(lead: OpenVault, act: GuardedAct) -> None:
    add(lead, "C9", THIRD)
    ready_for(lead, act)
    if act is not GuardedAct.TURN_RULE_ON:
        turn_rule(lead, True, bytearray(COLLEAGUE))
    before = len(lead.store.log_entries())
    ACTS[act](lead, bytearray(COLLEAGUE))
    agreed, done = lead.store.log_entries()[before:][:2]
    assert (agreed.action, agreed.staff_code) == ("second_agreed", "B7")
    assert done.staff_code == "LEAD"
    assert lead.store.verify_log().is_whole


@pytest.mark.parametrize("act", [act for act in GuardedAct if "rule" not in act.value])
def test_without_the_rule_one_person_is_enough(lead: OpenVault, act: GuardedAct) -> None:
    add(lead, "C9", THIRD)
    ready_for(lead, act)
    ACTS[act](lead, None)
    assert "second_agreed" not in {entry.action for entry in lead.store.log_entries()}


def test_alone_the_rule_cannot_be_turned_on_even_with_ones_own_passphrase(alone: OpenVault) -> None:
    for second in (None, LEAD, STRANGER):
        with pytest.raises(Mishap, match="no_second_person"):
            turn_rule(alone, True, None if second is None else bytearray(second))
    assert not is_rule_on(alone)


def test_practice_has_no_second_person(content: Content, clock: Clock) -> None:
    session = open_practice(content, clock)
    with pytest.raises(Mishap, match="no_second_person"):
        turn_rule(session, True, bytearray(COLLEAGUE))
    session.store.close()


def test_an_advocate_turns_nothing_on_and_agrees_to_their_own_erasing_with_nobody_but_a_second(
    advocate: OpenVault,
) -> None:
    with pytest.raises(Mishap, match="supervisor_needed"):
        turn_rule(advocate, True, bytearray(LEAD))
    erase_case(advocate, *first(advocate))
    assert len(advocate.store.cases()) == 2
    advocate.store.put_setting("vault.two_people", "1")
    with pytest.raises(Mishap, match="second_is_you"):
        erase_case(advocate, *first(advocate), bytearray(COLLEAGUE))
    erase_case(advocate, *first(advocate), bytearray(LEAD))
    assert len(advocate.store.cases()) == 1


def test_the_second_person_may_not_have_been_removed_meanwhile(guarded: OpenVault) -> None:
    add(guarded, "C9", THIRD)
    staff.remove_staff(guarded, bytearray(LEAD), "C9", bytearray(COLLEAGUE))
    with pytest.raises(Mishap) as caught:
        erase_case(guarded, *first(guarded), bytearray(THIRD))
    assert caught.value.code == "second_unknown"
    assert "was removed" in caught.value.what_happened


def test_left_alone_one_can_erase_nothing_until_somebody_joins_or_the_rule_is_off(guarded: OpenVault) -> None:
    staff.remove_staff(guarded, bytearray(LEAD), "B7", bytearray(COLLEAGUE))
    with pytest.raises(Mishap, match="no_second_person"):
        erase_case(guarded, *first(guarded), bytearray(COLLEAGUE))
    add(guarded, "C9", THIRD)
    erase_case(guarded, *first(guarded), bytearray(THIRD))
    staff.remove_staff(guarded, bytearray(LEAD), "C9", bytearray(THIRD))
    turn_rule(guarded, False, None)
    assert not is_rule_on(guarded)
    erase_case(guarded, *first(guarded))


def test_the_rule_outlives_erasing_everything_with_the_settings(guarded: OpenVault) -> None:
    erase_everything(guarded, "3", bytearray(COLLEAGUE), with_settings=True)
    assert is_rule_on(guarded)
    assert guarded.store.setting("keys.sealed") == "1"


def test_a_key_file_of_another_vault_brings_no_second_person(
    guarded: OpenVault, tmp_path: Path, content: Content, clock: Clock
) -> None:
    other = OpenVault(create_vault_folder(tmp_path / "other", bytearray(STRANGER), clock, QUICK), content, clock)
    staff.add_staff(other, bytearray(STRANGER), "Z2", staff.StaffRole.ADVOCATE, bytearray(THIRD))
    other.store.close()
    (guarded.store.folder / KEY_FILE).write_bytes((other.store.folder / KEY_FILE).read_bytes())
    with pytest.raises(Mishap, match="header_changed"):
        erase_case(guarded, *first(guarded), bytearray(THIRD))
    assert len(guarded.store.cases()) == 3


def test_the_key_that_proved_it_is_wiped_and_the_records_are_not_opened_again(
    guarded: OpenVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[DataKey] = []

    def watched(keys: KeyFile, passphrase: bytearray) -> tuple[KeySlot, DataKey]:
        slot, key = unlock(keys, passphrase)
        seen.append(key)
        return slot, key

    def no_opening(*_: object) -> None:
        raise AssertionError("the records were opened again")

    monkeypatch.setattr(second_person, "unlock", watched)
    monkeypatch.setattr(Database, "open", no_opening)
    assert second_person.prove_second_person(guarded.store, bytearray(COLLEAGUE)).code == "B7"
    with pytest.raises(Mishap, match="second_is_you"):
        second_person.prove_second_person(guarded.store, bytearray(LEAD))
    assert len(seen) == 2
    assert all(not any(key.material()) for key in seen)


# the log and the figures


def test_an_advocate_reads_no_log_and_no_figures(advocate: OpenVault) -> None:
    reads: tuple[Callable[[OpenVault], object], ...] = (read_log, how_much)
    for read in reads:
        with pytest.raises(Mishap, match="supervisor_needed"):
            read(advocate)
    with pytest.raises(Mishap, match="supervisor_needed"):
        erase_everything(advocate, "3")
    with pytest.raises(Mishap, match="supervisor_needed"):
        erase_several(advocate, ids(advocate), "3")
    assert len(advocate.store.cases()) == 3


def permit(session: OpenVault, case_id: str, release_id: str, *, ends: int, revoked: bool = False) -> None:
    today = session.clock.today()
    session.store.put_release(
        Release(
            release_id=release_id,
            case_id=case_id,
            recipient="hospital_safe",
            person_name_or_code="Wren Abelard",
            signed_on=today,
            expires_on=today + timedelta(days=ends),
            revoked_on=today if revoked else None,
            signature=Signature(SignatureKind.INK, place_kept="binder"),
        )
    )


def test_the_figures_count_by_month_by_state_and_list_each_permission(lead: OpenVault) -> None:
    lead.store.new_case(date(2026, 5, 30))
    saved, signed, held, _ = ids(lead)
    permit(lead, saved, "a", ends=15)
    lead.store.put_export(saved, "a", "ab", lead.clock.today())
    lead.store.put_export(saved, "a", "cd", lead.clock.today())
    permit(lead, signed, "b", ends=0)
    permit(lead, signed, "c", ends=-1)
    permit(lead, signed, "d", ends=15, revoked=True)
    lead.store.put_hold(held, lead.clock.today())
    seen = how_much(lead)
    assert [(month.first_day, month.count) for month in seen.months] == [(date(2026, 11, 1), 3), (date(2026, 5, 1), 1)]
    assert dict(seen.states) == {ReportState.PAGE_SAVED: 1, ReportState.PERMITTED: 1, ReportState.STAYS: 2}
    assert (seen.reports, seen.held) == (4, 1)
    by_label = {line.id: line.label for line in lead.store.cases()}
    lines = {(line.case_label, line.state): line.pages for line in seen.permissions}
    assert lines == {
        (by_label[saved], PermissionState.LIVE): 2,
        (by_label[signed], PermissionState.LIVE): 0,
        (by_label[signed], PermissionState.EXPIRED): 0,
        (by_label[signed], PermissionState.TAKEN_BACK): 0,
    }
    assert "Wren" not in repr(seen)


def tables_read(session: OpenVault, look: Callable[[], object]) -> set[str]:
    """The tables that SQLite itself says a look has read."""
    read: set[str] = set()

    def watch(action: int, table: str | None, *_: object) -> int:
        if action == 20:  # SQLITE_READ
            read.add(str(table))
        return sqlcipher.ALLOW

    session.store._database._connection.set_authorizer(watch)
    look()
    return read


def test_the_figures_are_counted_without_opening_an_answer(lead: OpenVault) -> None:
    case_id = ids(lead)[0]
    permit(lead, case_id, "a", ends=15)
    keep_draft(lead, case_id, "comfort.words", "half a word")
    assert tables_read(lead, lambda: how_much(lead)) == {"cases", "releases", "exports", "legal_holds"}
    assert "walled_off_answers" in tables_read(lead, lambda: lead.store.case(case_id))  # the watch can see it


# several reports


@pytest.mark.parametrize("typed", ["2", " 2 ", "\t2\n", "\u0662", "\uff12", "\u0968"])
def test_two_chosen_reports_go_and_the_third_stays(lead: OpenVault, typed: str) -> None:
    going, stays = ids(lead)[:2], ids(lead)[2]
    lead.memory_drafts[going[0]] = {"private": "only in memory"}
    lead.memory_drafts[stays] = {"private": "kept"}
    erase_several(lead, [*going, going[0]], typed)
    assert ids(lead) == [stays]
    assert lead.memory_drafts == {stays: {"private": "kept"}}
    assert [stone.what for stone in lead.store.tombstones()] == ["case", "case"]
    assert [entry.action for entry in lead.store.log_entries()].count("erased") == 2


@pytest.mark.parametrize("typed", ["", " ", "1", "3", "02", "2.0", "+2", "2 2", "-2", "two", "²", "9" * 5000])
def test_another_number_erases_none_of_them(lead: OpenVault, typed: str) -> None:
    with pytest.raises(Mishap) as caught:
        erase_several(lead, ids(lead)[:2], typed)
    assert caught.value.code == "wrong_count"
    assert len(lead.store.cases()) == 3


def test_nothing_chosen_and_a_report_that_is_gone_are_no_count(lead: OpenVault) -> None:
    gone = ids(lead)[0]
    lead.store.erase_case(gone, lead.clock.today())
    for chosen, typed in (([], "0"), ([gone], "1"), (["no such report"], "1"), ([gone, *ids(lead)], "3")):
        with pytest.raises(Mishap, match="wrong_count"):
            erase_several(lead, chosen, typed)
    assert len(lead.store.cases()) == 2


def test_a_held_report_is_named_and_stops_all(lead: OpenVault) -> None:
    case_id, label = first(lead)
    lead.store.put_hold(case_id, lead.clock.today())
    assert before_erasing_several(lead, ids(lead)).held == (label,)
    with pytest.raises(Mishap) as caught:
        erase_several(lead, ids(lead), "3")
    assert caught.value.code == "legal_hold"
    assert caught.value.what_happened == f"On hold: {label}. So nothing was erased."
    assert len(lead.store.cases()) == 3
    with pytest.raises(Mishap, match="legal_hold"):
        lead.store.erase_several(ids(lead), lead.clock.today())  # the store itself: all or none
    assert len(lead.store.cases()) == 3


def test_what_is_out_of_reach_is_said_for_each_and_for_all(lead: OpenVault) -> None:
    one, two, _ = ids(lead)
    for case_id, release_id in ((one, "a"), (two, "b")):
        permit(lead, case_id, release_id, ends=15)
        lead.store.put_export(case_id, release_id, "ab", lead.clock.today())
    lead.store._database.rows("INSERT INTO copies VALUES ('c', '/media/stick', '2026-05-04', '2026-05-04', 'ab')")
    for case_id in (one, two):
        lead.store._database.rows("INSERT INTO copy_cases VALUES ('c', ?)", (case_id,))
    before = before_erasing_several(lead, [one, two])
    assert [
        (sum(page.count for page in each.out_of_reach.pages), each.out_of_reach.papers) for each in before.reports
    ] == [
        (1, 1),
        (1, 1),
    ]
    (pages,) = before.out_of_reach.pages
    assert (pages.count, len(pages.days)) == (2, 1)
    assert before.out_of_reach.papers == 2
    assert len(before.out_of_reach.copies) == 1
    assert erase_several(lead, [one, two], "2") == before.out_of_reach


def test_all_go_with_one_rewriting(lead: OpenVault, monkeypatch: pytest.MonkeyPatch) -> None:
    rewritings: list[Database] = []
    rewrite = Database.rewrite

    def counted(database: Database) -> None:
        rewritings.append(database)
        rewrite(database)

    monkeypatch.setattr(Database, "rewrite", counted)
    erase_several(lead, ids(lead), "3")
    assert len(rewritings) == 1


def test_cut_short_it_is_finished_at_the_next_unlocking_and_memory_is_empty_at_once(
    guarded: OpenVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(_: Database) -> None:
        raise mishaps.disk_full()

    going = ids(guarded)[:2]
    guarded.memory_drafts[going[0]] = {"private": "only in memory"}
    with monkeypatch.context() as patched:
        patched.setattr(Database, "rewrite", no_room)
        with pytest.raises(Mishap, match="erase_unfinished"):
            erase_several(guarded, going, "2", bytearray(COLLEAGUE))
    assert guarded.memory_drafts == {}
    assert len(guarded.store.cases()) == 1
    guarded.store.close()
    with open_vault_folder(guarded.store.folder, bytearray(LEAD)) as store:
        assert store._database.rows("SELECT 1 FROM erasing_unfinished") == []
        assert len(store.cases()) == 1


def test_an_old_clock_changes_nothing_of_all_this(guarded: OpenVault) -> None:
    guarded.clock = FixedClock(guarded.clock.now() - timedelta(days=4000))
    with pytest.raises(Mishap, match="second_needed"):
        erase_case(guarded, *first(guarded))
