"""An invented supervisor of an invented county writes down what their office promised, and a case there meets it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from intake.__main__ import main
from intake.actions.copies import without_screen
from intake.actions.erasing.erase_everything import erase_everything
from intake.actions.interview.record_answer import Recorded, record_answer
from intake.actions.keys import staff
from intake.actions.own_policies import agree, kept, look, official_text, write
from intake.actions.protections.assess_case import assess_case
from intake.actions.protections.panel import FindingCard
from intake.actions.session import OpenVault
from intake.actions.vault.unlock_vault import unlock_vault
from intake.answers.model import AnswerStatus
from intake.clock import Clock, FixedClock
from intake.content import Content
from intake.errors import BrokenContent, Mishap
from intake.protections.model import Verification
from intake.protections.own.choices import TEMPLATES
from intake.protections.own.form import PolicyForm
from intake.vault.vault_folder import create_vault_folder, open_vault_folder
from tests.journeys.conftest import QUICK
from tests.journeys.people import GATES

LEAD = b"seven quiet herons over the weir"
COLLEAGUE = b"nine copper kettles along the shore"
PLACE = "us-ca-own-exampleton"
FORM = replace(
    TEMPLATES[0].form,
    office="The District Attorney of Exampleton",
    new_place="Exampleton",
    made_on="2026-01",
    review_due_on="2027-05-21",
)
SAYS: dict[str, str | tuple[str, ...]] = {
    "happened.who": "to_me",
    "happened.kinds": ("hit",),
    "when_where.city": PLACE,
    "private.trade": "read",
    "private.trade_part": ("selling",),
}


def confirmed(session: OpenVault, form: PolicyForm = FORM, policy_id: str = "") -> str:
    policy_id = write.save_form(session, form, policy_id)
    examples = look.view_policy(session, policy_id).examples
    agree.confirm_examples(session, policy_id, [example.digest for example in examples])
    return policy_id


def in_use(session: OpenVault, form: PolicyForm = FORM, policy_id: str = "") -> str:
    policy_id = confirmed(session, form, policy_id)
    agree.agree(session, policy_id)
    agree.agree(session, policy_id)
    agree.activate(session, policy_id)
    return policy_id


def card_of(session: OpenVault, policy_id: str) -> FindingCard:
    case = session.store.new_case(session.clock.today())
    for question, said in (GATES | SAYS).items():
        assert isinstance(record_answer(session, case.id, question, AnswerStatus.GIVEN, said), Recorded)
    return next(card for card in assess_case(session, case.id).cards if card.instrument == policy_id)


def declined(code: str) -> pytest.RaisesExc[Mishap]:
    return pytest.raises(Mishap, match=f"^{code}$")


def test_a_case_in_that_county_meets_the_policy_and_is_told_that_nobody_read_the_words(session: OpenVault) -> None:
    policy_id = in_use(session)
    card = card_of(session, policy_id)
    assert card.headline == "Wording not checked: ask first"
    assert card.shape == "half"
    assert card.confirm_first
    assert card.added_line == "Added by this organisation on November 21, 2026."
    assert any(limit.startswith("We have not been able to read the exact words.") for limit in card.limits)
    assert any(limit.startswith("Only this office made the promise.") for limit in card.limits)


def test_a_read_text_says_so_until_the_text_or_our_words_change(session: OpenVault) -> None:
    policy_id = in_use(session)

    def checked() -> Verification:
        return session.content.protections.instrument(policy_id).verification

    with declined("own_no_text"):
        official_text.mark_text_read(session, policy_id)
    official_text.paste_text(session, policy_id, "The office shall not charge.\r\n" * 3)
    assert checked() is Verification.UNVERIFIED
    official_text.mark_text_read(session, policy_id)
    assert checked() is Verification.TEXT_READ
    card = card_of(session, policy_id)
    assert card.headline.startswith("Holds in part, with ")
    assert card.confirm_first
    official_text.paste_text(session, policy_id, "The office may choose not to charge.")
    assert checked() is Verification.UNVERIFIED
    assert card_of(session, policy_id).headline == "Wording not checked: ask first"


def test_a_text_that_is_not_the_one_that_was_pasted_counts_as_not_read(session: OpenVault) -> None:
    policy_id = in_use(session)
    official_text.paste_text(session, policy_id, "The text")
    official_text.mark_text_read(session, policy_id)
    session.store.put_setting(f"own_policies.text.{policy_id}", "Another text")
    kept.take_in_own_policies(session)
    assert session.content.protections.instrument(policy_id).verification is Verification.UNVERIFIED


@pytest.mark.parametrize("text", ["x" * 10_000_000, "é" * 600_000])
def test_a_text_of_more_than_one_megabyte_is_declined_and_changes_nothing(session: OpenVault, text: str) -> None:
    policy_id = in_use(session)
    official_text.paste_text(session, policy_id, "The text")
    with declined("own_text_long"):
        official_text.paste_text(session, policy_id, text)
    assert look.view_policy(session, policy_id).text == "The text"


def test_nothing_is_used_before_every_example_is_confirmed_and_twice_agreed(session: OpenVault) -> None:
    policy_id = write.save_form(session, FORM)
    for step in (agree.agree, agree.activate):
        with declined("own_not_ready"):
            step(session, policy_id)
    examples = look.view_policy(session, policy_id).examples
    agree.confirm_examples(session, policy_id, [example.digest for example in examples[1:]])
    assert look.view_policy(session, policy_id).lacks == ("Say of each example if it is right.",)
    agree.confirm_examples(session, policy_id, [example.digest for example in examples])
    with declined("own_not_ready"):
        agree.activate(session, policy_id)
    agree.agree(session, policy_id)
    with declined("own_not_ready"):
        agree.activate(session, policy_id)
    assert session.content.protections.instruments == session.shipped.protections.instruments


def test_another_word_in_the_form_takes_back_what_was_agreed_but_not_examples_it_leaves_alone(
    session: OpenVault,
) -> None:
    policy_id = confirmed(session)
    agree.agree(session, policy_id)
    assert write.save_form(session, replace(FORM, office="The Sheriff of Exampleton"), policy_id) == policy_id
    view = look.view_policy(session, policy_id)
    assert view.writer is None
    assert view.lacks == ("The one who wrote it has to say that it is right.",)
    write.save_form(session, replace(FORM, crimes=("robbery",)), policy_id)
    assert look.view_policy(session, policy_id).lacks[0].startswith("Say of each example if it is right.")


def test_a_half_filled_form_is_kept_and_says_what_it_lacks(session: OpenVault) -> None:
    policy_id = write.save_form(session, PolicyForm(title="Half a policy"))
    view = look.view_policy(session, policy_id)
    assert view.form is not None
    assert view.form.title == "Half a policy"
    assert view.card is None
    assert view.lacks[0] == "Say which office made the promise."
    write.remove_draft(session, policy_id)
    assert look.list_policies(session).lines == ()


def test_a_policy_in_use_is_changed_by_a_next_version_that_may_not_overlap(session: OpenVault) -> None:
    first = in_use(session)
    later = replace(FORM, made_on="2026-10-01")
    second = confirmed(session, later, first)
    assert second == f"{first}-v2"
    agree.agree(session, second)
    agree.agree(session, second)
    with declined("own_overlap"):
        agree.activate(session, second)
    with declined("own_in_use"):
        write.remove_draft(session, first)
    for wrong in ("2025-12-31", "soon", "2026-09", ""):
        with declined("own_last_day"):
            write.end_policy(session, first, wrong)
    write.end_policy(session, first, "2026-09-30")
    agree.activate(session, second)
    assert card_of(session, first).headline == "Not in force then"
    assert card_of(session, second).headline == "Wording not checked: ask first"
    for day in ("2026-10-01", "2027-05-31"):
        with declined("own_overlap"):
            write.end_policy(session, first, day)
    assert look.view_policy(session, first).policy.last_day == "2026-09-30"
    write.end_policy(session, first, "2026-09-29")


def test_a_broken_entry_is_named_with_its_cure_and_the_rest_works(session: OpenVault) -> None:
    policy_id = in_use(session)
    lost = '[{"id": "own-lost"}, 7, '
    good = session.store.setting("own_policies.list") or ""
    session.store.put_setting("own_policies.list", lost + good.removeprefix("["))
    kept.take_in_own_policies(session)
    assert [problem.file for problem in session.own.problems] == ["own-lost", "policy 2"]
    assert all(problem.cure for problem in session.own.problems)
    assert card_of(session, policy_id).headline == "Wording not checked: ask first"
    session.store.put_setting("own_policies.list", good.replace("headline = true", "headline = 7"))
    kept.take_in_own_policies(session)
    assert session.own.problems[0].what == "'headline' is neither true nor false."
    assert session.own.places[0].id == PLACE
    assert session.content.protections.instruments == session.shipped.protections.instruments
    session.store.put_setting("own_policies.list", "{no list")
    kept.take_in_own_policies(session)
    assert len(session.own.problems) == 1


def test_a_file_goes_out_under_a_neutral_name_and_comes_back_in(
    session: OpenVault, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    policy_id = write.save_form(session, FORM)
    path = write.export_policy(session, policy_id, tmp_path)
    assert path.name.startswith("Policy-")
    assert "exampleton" not in path.name.lower()
    assert main(["check-content", "--own", str(path)]) == 0
    write.remove_draft(session, policy_id)
    assert write.import_policy(session, path) == policy_id
    assert look.view_policy(session, policy_id).form is None
    path.write_text(path.read_text(encoding="utf-8").replace("headline", "headlines"), encoding="utf-8")
    with pytest.raises(BrokenContent):
        write.import_policy(session, path)
    assert main(["check-content", "--own", str(path)]) == 2
    assert f"{path.name}:" in capsys.readouterr().out
    with declined("own_file_unread"):
        write.import_policy(session, tmp_path / "gone.toml")


def test_what_is_due_is_counted_by_the_newest_day_the_vault_knows(session: OpenVault) -> None:
    in_use(session)
    assert look.count_due(session) == 0
    session.clock = FixedClock(datetime(2027, 5, 21, tzinfo=UTC))
    session.store.new_case(session.clock.today())
    due = look.count_due(session)
    assert due > 0
    assert card_of(session, "own-our-office-took-up-the-model-policy-on-s").review_line.endswith("checked again.")
    session.clock = FixedClock(datetime(2026, 11, 25, tzinfo=UTC))
    kept.take_in_own_policies(session)
    assert look.count_due(session) == due


@pytest.fixture
def two(tmp_path: Path, content: Content, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A vault of two people: a supervisor, and an advocate B7."""
    monkeypatch.setattr("intake.actions.keys.staff.calibrate_cost", lambda: QUICK)
    monkeypatch.setattr("intake.actions.vault.unlock_vault.DEFAULT_COST", QUICK)
    folder = tmp_path / "two"
    with create_vault_folder(folder, bytearray(LEAD), clock, QUICK) as store:
        session = OpenVault(store, content, clock)
        staff.add_staff(session, bytearray(LEAD), "B7", staff.StaffRole.ADVOCATE, bytearray(COLLEAGUE))
    return folder


def test_of_two_people_the_second_has_to_agree_and_may_not_write(two: Path, content: Content, clock: Clock) -> None:
    with open_vault_folder(two, bytearray(LEAD)) as store:
        lead = OpenVault(store, content, clock)
        policy_id = confirmed(lead)
        agree.agree(lead, policy_id)
        with declined("own_second_reader"):
            agree.agree(lead, policy_id)
    with open_vault_folder(two, bytearray(COLLEAGUE)) as store:
        advocate = OpenVault(store, content, clock)
        with declined("supervisor_needed"):
            write.save_form(advocate, FORM)
        with declined("supervisor_needed"):
            official_text.paste_text(advocate, policy_id, "text")
        agree.agree(advocate, policy_id)
        with declined("supervisor_needed"):
            agree.activate(advocate, policy_id)
    opened = unlock_vault(two, bytearray(LEAD), content, clock)
    with opened.store:
        agree.activate(opened, policy_id)
    opened = unlock_vault(two, bytearray(LEAD), content, clock)
    with opened.store:
        assert opened.content.protections.instrument(policy_id).added_on == date(2026, 11, 21)
        assert opened.content.questions.question("when_where.city").options[0].label == "Exampleton"
        opened.store.new_case(clock.today())
        erase_everything(opened, "1")
        kept.take_in_own_policies(opened)
        assert opened.content.protections.instrument(policy_id).title == FORM.title
        opened.store.new_case(clock.today())
        erase_everything(opened, "1", with_settings=True)
        assert opened.content.protections.instruments == content.protections.instruments
        assert look.list_policies(opened).lines == ()


def test_no_plain_file_tells_which_county_or_policy(two: Path, content: Content, clock: Clock) -> None:
    opened = unlock_vault(two, bytearray(LEAD), content, clock)
    with opened.store:
        policy_id = confirmed(opened)
        official_text.paste_text(opened, policy_id, "Exampleton shall not charge")
    for path in two.rglob("*"):
        assert path.is_dir() or b"xampleton" not in path.read_bytes()


def test_a_copy_of_the_vault_brings_the_policy_back_with_its_text(
    two: Path, tmp_path: Path, content: Content, clock: Clock
) -> None:
    opened = unlock_vault(two, bytearray(LEAD), content, clock)
    with opened.store:
        policy_id = confirmed(opened)
        official_text.paste_text(opened, policy_id, "The office shall not charge.")
        official_text.mark_text_read(opened, policy_id)
        before = look.view_policy(opened, policy_id)
    stick = tmp_path / "stick"
    stick.mkdir()
    made = without_screen.backup_vault(two, stick, bytearray(LEAD), clock)
    assert made
    (copy,) = stick.iterdir()
    without_screen.restore_vault(copy, tmp_path / "again", bytearray(LEAD), clock)
    again = unlock_vault(tmp_path / "again", bytearray(LEAD), content, clock)
    with again.store:
        assert look.view_policy(again, policy_id) == before
