"""No page is out of which the vault knows nothing, and no page that went to a court is lost from what the vault knows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from intake.actions.cases.cases import list_cases
from intake.actions.compelled.answer_order import NotYet, OrderAnswered, answer_order
from intake.actions.compelled.legal_requests import legal_requests, note_request, note_told
from intake.actions.ledger.own_page import own_page_text, save_own_page
from intake.actions.ledger.who_has_what import who_has_what
from intake.actions.referral.half_form import HalfForm
from intake.actions.referral.save_summary import Refused, save_summary
from intake.actions.session import OpenVault
from intake.actions.vault.office import read_office, save_office
from intake.actions.vault.practise import open_practice
from intake.content import Content
from intake.errors import Mishap
from intake.releases.legal_request import BroughtBy, RequestKind
from intake.vault.audit.entry import Action
from intake.vault.mishaps import disk_full
from tests.journeys.sharing_people import HOSPITAL, TODAY, moment, sign

A_COURT = "A court, because it ordered this."


@pytest.fixture
def desk(content: Content) -> OpenVault:
    return open_practice(content, moment(TODAY))


@pytest.fixture
def case_id(desk: OpenVault) -> str:
    return list_cases(desk)[0].id


def told(desk: OpenVault, case_id: str) -> str:
    today = desk.clock.today()
    request_id = note_request(desk, case_id, RequestKind.COURT_ORDER, BroughtBy.COURT, today, today).request_id
    note_told(desk, case_id, request_id, lawyer_on=today, person_on=today, lawyer_says_answer=True)
    return request_id


def permitted(desk: OpenVault, case_id: str, folder: Path) -> Callable[[], object]:
    release_id = sign(desk, case_id, HOSPITAL).id
    return lambda: save_summary(desk, case_id, release_id, folder)


def ordered(desk: OpenVault, case_id: str, folder: Path) -> Callable[[], object]:
    request_id = told(desk, case_id)
    return lambda: answer_order(desk, case_id, request_id, frozenset({"acts"}), folder)


def own(desk: OpenVault, case_id: str, folder: Path) -> Callable[[], object]:
    return lambda: save_own_page(desk, case_id, "en", frozenset(), folder)


@pytest.mark.parametrize("way", [permitted, ordered, own])
def test_a_page_that_the_vault_cannot_note_is_taken_away_again(
    desk: OpenVault,
    case_id: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    way: Callable[[OpenVault, str, Path], Callable[[], object]],
) -> None:
    save = way(desk, case_id, tmp_path)
    written: list[str] = []

    def full(action: Action, *_rest: object, **_named: object) -> None:
        written.extend(one.name for one in tmp_path.iterdir())
        del action
        raise disk_full()

    with monkeypatch.context() as patched:
        patched.setattr(desk.store, "write_log", full)
        with pytest.raises(Mishap, match="disk_full"):
            save()
    assert len(written) == 1
    assert list(tmp_path.iterdir()) == []
    assert desk.store.exports(case_id) == ()
    assert all(one.answered_on is None for one in legal_requests(desk, case_id))
    save()
    assert len(list(tmp_path.iterdir())) == 1, "once there is room, it is written and noted"


def test_a_second_page_for_one_order_does_not_take_the_place_of_the_first(
    desk: OpenVault, case_id: str, tmp_path: Path
) -> None:
    request_id = told(desk, case_id)
    first = answer_order(desk, case_id, request_id, frozenset({"acts"}), tmp_path)
    assert isinstance(first, OrderAnswered)
    again = answer_order(desk, case_id, request_id, frozenset({"injuries"}), tmp_path)
    assert isinstance(again, NotYet)
    assert again.reasons == ("A page was made for this request. If one more is ordered, note the request anew.",)
    assert [one.name for one in tmp_path.iterdir()] == [first.file_name]
    assert who_has_what(desk, case_id).requests == (first.request,)
    assert isinstance(answer_order(desk, case_id, told(desk, case_id), frozenset({"acts"}), tmp_path), OrderAnswered)
    assert [one.answered_on for one in who_has_what(desk, case_id).requests] == [TODAY, TODAY]


def test_the_persons_own_page_names_the_newest_first_a_court_among_them(
    desk: OpenVault, case_id: str, tmp_path: Path
) -> None:
    for _ in range(13):
        sign(desk, case_id, HOSPITAL)
    desk.clock = moment(TODAY + timedelta(days=1))
    assert isinstance(answer_order(desk, case_id, told(desk, case_id), frozenset({"acts"}), tmp_path), OrderAnswered)
    lines = own_page_text(desk, case_id, "en", frozenset()).split("\n")
    labels = [line for line in lines if line in (A_COURT, "An office that you chose.")]
    assert labels[0] == A_COURT
    assert "An office that you chose." in labels


def test_letters_that_the_page_cannot_hold_are_said_and_not_broken_on(
    desk: OpenVault, case_id: str, tmp_path: Path
) -> None:
    save_office(desk, replace(read_office(desk), programme_name="中文"))
    outcome = save_own_page(desk, case_id, "en", frozenset(), tmp_path)
    assert isinstance(outcome, Refused)
    assert "letters" in " ".join(outcome.reasons).casefold()
    assert list(tmp_path.iterdir()) == []


def test_a_form_half_filled_in_shows_nothing_of_what_it_is_for() -> None:
    assert "zebra" not in repr(HalfForm(purpose="zebra", alternatives=("zebra",)))
