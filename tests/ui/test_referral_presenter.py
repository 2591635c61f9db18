from __future__ import annotations

from dataclasses import replace

import pytest

from intake.actions.referral.sign_release import InkSignature, ReleaseForm
from intake.errors import Defect
from tests.ui.referral_fakes import TODAY, FakeVerbs, recipients
from ui.screens.referral.chosen_page import CODE, NAME, ChosenPage
from ui.screens.referral.presenter import (
    Act,
    Agreed,
    DaysChosen,
    FormValues,
    NameChosen,
    PlaceChosen,
    Presenter,
    RowToggled,
    Step,
)
from ui.screens.referral.verbs import Listed

VALUES = FormValues(
    purpose="1",
    recipient_person="",
    method="hand",
    two_way=False,
    benefits_explained=True,
    risks_explained=True,
    alternatives=("self",),
    event_expiry="",
    language_of_form="en",
    interpreter_used=False,
    capacity_confirmed=True,
    signer_role="self",
    signer_did_not_harm=True,
    signature=InkSignature("Cabinet 2"),
    staff_code="K7",
    staff_role="advocate",
)


class Desk:
    """A presenter with its verbs, as the screen ties them together."""

    def __init__(self) -> None:
        self.verbs = FakeVerbs()
        self.presenter = Presenter(TODAY)
        self.presenter.take(self.verbs.look_up())

    def act(self, *acts: Act) -> None:
        for act in acts:
            self.presenter.act(act)
            self.make_page()

    def make_page(self) -> None:
        request = self.presenter.next_page()
        if request is not None:
            self.presenter.take(self.verbs.make_page(request))

    def sign(self) -> None:
        form = self.presenter.form(VALUES)
        assert form is not None
        self.presenter.take(self.verbs.sign(form))

    def page(self) -> ChosenPage:
        assert self.presenter.page is not None
        return self.presenter.page

    def step(self) -> Step:
        return self.presenter.step

    def missing(self) -> tuple[str, ...]:
        return self.presenter.missing

    def on_rows(self) -> set[str]:
        return {state.row.id for state in self.page().rows if state.is_on}


@pytest.fixture
def desk() -> Desk:
    desk = Desk()
    desk.act(PlaceChosen("hospital_safe"))
    return desk


@pytest.fixture
def signed(desk: Desk) -> Desk:
    desk.act(Agreed())
    desk.sign()
    return desk


def test_a_page_begins_in_the_language_of_its_reader() -> None:
    desk = Desk()
    listed = desk.verbs.look_up()
    own = replace(listed.recipients[0], id="own", page_language="es")
    desk.presenter.take(replace(listed, recipients=(*listed.recipients, own)))
    desk.presenter.act(PlaceChosen("own"))
    assert desk.page().language == "es"
    desk.presenter.act(PlaceChosen("shelter"))
    assert desk.page().language == "en"


def test_rows_that_need_a_tick_are_off_until_somebody_puts_them_on(desk: Desk) -> None:
    assert "pronouns" not in desk.on_rows()
    desk.act(RowToggled("pronouns"))
    assert "pronouns" in desk.on_rows()
    assert "pronouns" in (desk.verbs.requests[-1].items or ())


def test_the_first_page_is_asked_for_with_nothing_named(desk: Desk) -> None:
    assert [request.items for request in desk.verbs.requests] == [None]


def test_a_line_that_must_stay_stays(desk: Desk) -> None:
    desk.act(RowToggled("name"), RowToggled("no such line"))
    assert len(desk.verbs.requests) == 1
    assert "name" in desk.on_rows()


def test_what_is_changed_while_a_page_is_made_is_asked_for_afterwards(desk: Desk) -> None:
    presenter = desk.presenter
    presenter.act(RowToggled("signs"))
    late = presenter.next_page()
    presenter.act(RowToggled("acts"))
    assert late is not None
    assert presenter.next_page() is None
    presenter.take(desk.verbs.make_page(late))
    assert not desk.page().may_agree
    desk.make_page()
    assert desk.page().may_agree
    assert {"signs", "acts"}.isdisjoint(desk.on_rows())


def test_nobody_agrees_to_a_page_that_is_not_shown(desk: Desk) -> None:
    desk.presenter.act(RowToggled("signs"))
    desk.presenter.act(Agreed())
    assert desk.step() is Step.PAGE
    assert desk.presenter.form(VALUES) is None


def test_the_form_speaks_of_the_page_that_is_shown(desk: Desk) -> None:
    desk.act(RowToggled("signs"), NameChosen(NAME), DaysChosen(7), Agreed())
    form = desk.presenter.form(VALUES)
    page = desk.presenter.page
    assert isinstance(form, ReleaseForm)
    assert page is not None
    assert page.preview is not None
    assert (form.page_hash, form.days, form.name_choice) == (page.preview.page_hash, 7, NAME)
    assert form.purpose == "Exam and care"
    assert "injuries" not in form.items


def test_signing_leads_to_saving(signed: Desk) -> None:
    assert signed.step() is Step.SAVE
    assert [line.state for line in signed.presenter.releases] == ["valid"]


@pytest.mark.parametrize("act", [RowToggled("signs"), NameChosen(NAME)])
def test_a_change_after_signing_leads_back_to_the_page_and_to_a_new_signature(signed: Desk, act: Act) -> None:
    signed.presenter.go_back()
    signed.act(act)
    presenter = signed.presenter
    assert (presenter.step, presenter.release, presenter.must_sign_anew) == (Step.PAGE, None, True)
    signed.act(Agreed())
    assert signed.step() is Step.PERMISSION
    signed.sign()
    assert signed.step() is Step.SAVE
    assert not presenter.must_sign_anew


def test_looking_at_a_signed_page_again_changes_nothing(signed: Desk) -> None:
    signed.presenter.go_back()
    signed.act(NameChosen(CODE), Agreed())
    assert signed.step() is Step.SAVE
    assert len(signed.verbs.forms) == 1


def test_another_place_starts_another_page(signed: Desk) -> None:
    for _ in range(2):
        signed.presenter.go_back()
    signed.act(PlaceChosen("shelter"))
    assert signed.presenter.release is None
    assert signed.verbs.requests[-1].recipient_id == "shelter"
    assert signed.verbs.requests[-1].items is None


def test_a_permission_taken_back_is_no_longer_valid(signed: Desk) -> None:
    signed.presenter.take(signed.verbs.take_back("r1"))
    assert signed.presenter.release is not None
    assert signed.presenter.release.state == "revoked"


def test_what_is_missing_is_said_and_nothing_is_lost(desk: Desk) -> None:
    desk.act(Agreed())
    form = desk.presenter.form(replace(VALUES, method=""))
    assert form is not None
    desk.presenter.take(desk.verbs.sign(form))
    assert desk.missing() == ("Choose how the page gets there.",)
    assert desk.step() is Step.PERMISSION
    desk.presenter.go_back()
    assert desk.missing() == ()


def test_a_page_that_cannot_be_made_leaves_the_lines_to_mend_it(desk: Desk) -> None:
    desk.verbs.problems = ("Choose the code: no name was given.",)
    desk.act(NameChosen(NAME))
    page = desk.page()
    assert page.problems == desk.verbs.problems
    assert page.rows
    assert not page.may_agree
    desk.verbs.problems = ()
    desk.act(NameChosen(CODE))
    assert desk.page().may_agree


def test_a_failed_job_can_be_tried_again(desk: Desk) -> None:
    desk.presenter.act(RowToggled("signs"))
    assert desk.presenter.next_page() is not None
    desk.presenter.failed()
    assert desk.presenter.next_page() is not None


def test_an_unknown_place_is_our_own_mistake() -> None:
    presenter = Presenter(TODAY)
    presenter.take(Listed(recipients(), ()))
    with pytest.raises(Defect):
        presenter.act(PlaceChosen("nowhere"))


def test_nothing_personal_shows_in_a_repr(desk: Desk) -> None:
    assert "Cabinet" not in repr(VALUES)
    assert "K7" not in repr(VALUES)
    desk.act(Agreed())
    assert "Cabinet" not in repr(desk.presenter.form(VALUES))
