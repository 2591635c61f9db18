"""The verbs of the keys: who may do what, and what a weak passphrase is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from intake.actions.cases.cases import start_case
from intake.actions.keys import change_passphrase, recovery, staff
from intake.actions.keys.blank_sheet import save_blank_sheet
from intake.actions.session import OpenVault
from intake.actions.vault.create_vault import create_vault
from intake.actions.vault.office import Office, read_office, save_office
from intake.actions.vault.practise import open_practice
from intake.clock import Clock, FixedClock
from intake.content import Content
from intake.errors import Mishap
from intake.vault import mishaps
from intake.vault.key_file import read_key_file
from intake.vault.keys import KdfCost
from intake.vault.vault_folder import open_vault_folder

MINE, THEIRS = b"seven quiet herons over the weir", b"nine copper kettles along the shore"
NEWER = b"eleven amber lanterns under a bridge"
QUICK = KdfCost(64, 1, 1)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("keys.change_passphrase", "keys.staff", "keys.recovery", "vault.create_vault"):
        monkeypatch.setattr(f"intake.actions.{module}.calibrate_cost", lambda: QUICK)


@pytest.fixture
def lead(tmp_path: Path, content: Content, clock: Clock) -> Iterator[OpenVault]:
    session = create_vault(tmp_path / "keys", bytearray(MINE), content, clock)
    yield session
    session.store.close()


@pytest.fixture
def advocate(lead: OpenVault, content: Content, clock: Clock) -> Iterator[OpenVault]:
    staff.add_staff(lead, bytearray(MINE), "b7", staff.StaffRole.ADVOCATE, bytearray(THEIRS))
    lead.store.close()
    session = OpenVault(open_vault_folder(lead.store.folder, bytearray(THEIRS)), content, clock)
    yield session
    session.store.close()


def test_the_cost_measured_on_this_machine_is_kept(lead: OpenVault) -> None:
    assert read_key_file(lead.store.folder).slots[0].cost == QUICK


def test_the_session_knows_who_opened_it(lead: OpenVault, advocate: OpenVault) -> None:
    assert (lead.role, lead.staff_code) == (staff.StaffRole.SUPERVISOR, "LEAD")
    assert (advocate.role, advocate.staff_code) == (staff.StaffRole.ADVOCATE, "B7")


@pytest.mark.parametrize(
    "act",
    [
        lambda one: staff.add_staff(one, bytearray(THEIRS), "C9", staff.StaffRole.ADVOCATE, bytearray(NEWER)),
        lambda one: staff.remove_staff(one, bytearray(THEIRS), "LEAD"),
        lambda one: recovery.make_recovery_words(one, bytearray(THEIRS), as_shares=False),
    ],
)
def test_what_only_a_supervisor_may_do(advocate: OpenVault, act: Callable[[OpenVault], object]) -> None:
    with pytest.raises(Mishap) as caught:
        act(advocate)
    assert caught.value.code == "supervisor_needed"
    assert caught.value.what_to_do == "Ask a supervisor to open the vault and do it."


def test_an_advocate_changes_their_own_passphrase(advocate: OpenVault) -> None:
    change_passphrase.change_passphrase(advocate, bytearray(THEIRS), bytearray(NEWER))
    assert [line.code for line in staff.list_staff(advocate)] == ["B7", "LEAD"]


@pytest.mark.parametrize(
    "act",
    [
        lambda one: change_passphrase.change_passphrase(one, bytearray(MINE), bytearray(b"password")),
        lambda one: staff.add_staff(one, bytearray(MINE), "C9", staff.StaffRole.ADVOCATE, bytearray(b"12345678")),
        lambda one: recovery.recover_vault(
            one.store.folder, ["academic"], "LEAD", bytearray(b"qwerty"), one.content, one.clock
        ),
    ],
)
def test_a_weak_passphrase_is_never_taken(lead: OpenVault, act: Callable[[OpenVault], object]) -> None:
    with pytest.raises(Mishap, match="weak_passphrase"):
        act(lead)


def test_removing_says_what_it_cannot_reach_and_the_session_goes_on(lead: OpenVault, clock: Clock) -> None:
    staff.add_staff(lead, bytearray(MINE), "b7", staff.StaffRole.ADVOCATE, bytearray(THEIRS))
    removed = staff.remove_staff(lead, bytearray(MINE), "B7")
    assert removed.code == "B7"
    assert removed.warnings[0] == "Copies of this vault made before today still open with the old passphrase."
    lead.store.new_case(clock.today())
    assert [line.code for line in staff.list_staff(lead)] == ["LEAD"]


def test_the_way_back_is_due_until_tried_and_again_after_three_months(lead: OpenVault, clock: Clock) -> None:
    def is_due() -> bool:
        way = recovery.way_back(lead)
        assert way is not None
        return way.is_due

    assert is_due()
    papers = recovery.make_recovery_words(lead, bytearray(MINE), as_shares=True)
    assert is_due()
    recovery.rehearse_recovery(lead, [" ".join(paper) for paper in papers[1:]])
    assert not is_due()
    lead.clock = FixedClock(clock.now() + timedelta(days=90))
    assert not is_due()
    lead.clock = FixedClock(clock.now() + timedelta(days=92))
    assert is_due()


def test_a_day_from_a_clock_set_wrong_counts_for_nothing(lead: OpenVault, clock: Clock) -> None:
    papers = recovery.make_recovery_words(lead, bytearray(MINE), as_shares=False)
    recovery.rehearse_recovery(lead, [" ".join(papers[0])])
    lead.clock = FixedClock(clock.now() - timedelta(days=400))
    way = recovery.way_back(lead)
    assert way is not None
    assert way.is_due


def first_report(session: OpenVault) -> str:
    try:
        start_case(session)
    except Mishap as mishap:
        return f"{mishap.code}: {mishap.what_to_do}"
    return "begun"


def test_the_first_report_waits_until_the_words_were_tried(lead: OpenVault) -> None:
    assert first_report(lead) == "way_back_first: Make recovery words and try them once. Then start the report."
    papers = recovery.make_recovery_words(lead, bytearray(MINE), as_shares=True)
    assert first_report(lead).startswith("way_back_first")
    assert lead.store.cases() == ()
    recovery.rehearse_recovery(lead, [" ".join(paper) for paper in papers[:2]])
    assert first_report(lead) == "begun"


def test_an_advocate_is_told_to_ask_a_supervisor(advocate: OpenVault) -> None:
    assert first_report(advocate) == (
        "way_back_by_supervisor: Ask a supervisor to make recovery words and to try them. It takes five minutes."
    )


def test_a_vault_that_holds_reports_takes_more_without_a_way_back(lead: OpenVault, clock: Clock) -> None:
    lead.store.new_case(clock.today())
    assert first_report(lead) == "begun"


def test_words_tried_before_work_until_newer_ones_are_tried(lead: OpenVault) -> None:
    older, newer = (
        " ".join(papers[0])
        for papers in (
            tried_words(lead),
            recovery.make_recovery_words(lead, bytearray(MINE), as_shares=False),
        )
    )
    way = recovery.way_back(lead)
    assert way is not None
    assert (way.older_open, way.is_due) == (True, True)
    assert not recovery.rehearse_recovery(lead, [older])
    assert recovery.rehearse_recovery(lead, [newer])
    with pytest.raises(Mishap, match="recovery_other_vault"):
        recovery.rehearse_recovery(lead, [older])


def tried_words(lead: OpenVault) -> tuple[tuple[str, ...], ...]:
    papers = recovery.make_recovery_words(lead, bytearray(MINE), as_shares=False)
    recovery.rehearse_recovery(lead, [" ".join(papers[0])])
    return papers


def test_a_blank_sheet_is_saved_under_a_neutral_name(lead: OpenVault, tmp_path: Path) -> None:
    name = save_blank_sheet(lead, tmp_path)
    assert re.fullmatch(r"Sheet-[a-z2-9]{8}\.pdf", name)
    with pytest.raises(Mishap, match="folder_missing"):
        save_blank_sheet(lead, tmp_path / "gone")


def test_practice_needs_no_way_back(content: Content, clock: Clock) -> None:
    session = open_practice(content, clock)
    assert recovery.way_back(session) is None
    assert start_case(session).id
    session.store.close()


def test_coming_in_with_recovery_words_stands_in_the_log(lead: OpenVault, clock: Clock) -> None:
    (words,) = tried_words(lead)
    lead.store.close()
    opened = recovery.recover_vault(lead.store.folder, [" ".join(words)], "q4", bytearray(NEWER), lead.content, clock)
    with opened.store as store:
        assert [(line.action, line.staff_code) for line in store.log_entries()] == [
            ("opened", "LEAD"),  # when the vault was made
            ("opened", "Q4"),
            ("staff_changed", "Q4"),
        ]


def test_the_day_of_a_trial_that_is_not_kept_leaves_the_words_untried(
    lead: OpenVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers = recovery.make_recovery_words(lead, bytearray(MINE), as_shares=False)
    refuse_the_second(lead, monkeypatch)
    with pytest.raises(Mishap, match="disk_full"):
        recovery.rehearse_recovery(lead, [" ".join(papers[0])])
    assert lead.store.setting("recovery.rehearsed_slot") is None


def test_a_name_without_its_phone_is_not_kept(lead: OpenVault, monkeypatch: pytest.MonkeyPatch) -> None:
    before = Office("Harbor Program", "415 555 0134")
    save_office(lead, before)
    refuse_the_second(lead, monkeypatch)
    with pytest.raises(Mishap, match="disk_full"):
        save_office(lead, Office("Garden Program", "415 555 0199"))
    assert read_office(lead) == before


def refuse_the_second(session: OpenVault, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the disk be full once one more setting was kept."""
    keep, kept = session.store.put_setting, list[str]()

    def put(name: str, value: str) -> None:
        if kept:
            raise mishaps.disk_full()
        kept.append(name)
        keep(name, value)

    monkeypatch.setattr(session.store, "put_setting", put)
