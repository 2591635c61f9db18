"""A supervisor changes the questions; reports keep every answer, and no page and no rule hears of what is not asked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from intake.actions.cases.cases import start_case
from intake.actions.interview.looking_over import look_over
from intake.actions.interview.moves import go_to_question, go_to_section, open_interview
from intake.actions.interview.record_answer import Recorded, record_answer
from intake.actions.interview.take_back import take_back
from intake.actions.office_questions.change import (
    begin_with_none,
    forget_left_over,
    hide,
    move,
    put_back,
    put_back_all,
    reword,
    show_again,
)
from intake.actions.office_questions.files import export_changes, import_changes
from intake.actions.office_questions.laid_over import SETTING, office_changes
from intake.actions.office_questions.look import see_part, see_parts, see_question
from intake.actions.office_questions.own import OwnDraft, ask_own_again, save_own, take_off_own
from intake.actions.own_policies.kept import take_in_own_policies
from intake.actions.referral.one_page import forbidden_of, view_of
from intake.actions.session import OpenVault
from intake.actions.vault.lock_vault import lock_vault
from intake.actions.vault.read_log import read_log
from intake.actions.vault.unlock_vault import unlock_vault
from intake.answers.model import Answer, AnswerStatus, Choice, Text
from intake.cases.model import CasePart
from intake.cases.told_of import FIRST
from intake.clock import FixedClock
from intake.conditions.facts import Facts
from intake.content import Content
from intake.errors import BrokenContent, Mishap
from intake.questions.facts import facts_from_answers
from intake.questions.model import Fate
from intake.questions.office.model import OfficeChanges, Words
from intake.vault.keys import SlotOwner, StaffRole
from intake.vault.memory_vault import create_memory_vault
from tests.journeys.conftest import PASSPHRASE

BUS = Words("Do you need a bus pass?", "We have some here.", "They lie in the top drawer.")
BUS_ES = Words("¿Necesita un pase de bus?", "Aquí tenemos algunos.", "Están en el cajón de arriba.")
YES_NO = {"en": ("Yes", "No")}


def own(session: OpenVault, kind: str = "single_choice", **more: object) -> str:
    labels = YES_NO if kind.endswith("choice") else {}
    return save_own(session, replace(OwnDraft("help", kind, {"en": BUS}, labels), **more))  # type: ignore[arg-type]


def begun(session: OpenVault) -> str:
    case_id = start_case(session).id
    given(session, case_id, "limits.go_on", "yes")
    return case_id


def given(session: OpenVault, case_id: str, question_id: str, raw: str | tuple[str, ...]) -> None:
    assert isinstance(record_answer(session, case_id, question_id, AnswerStatus.GIVEN, raw), Recorded)


def facts(session: OpenVault, case_id: str) -> Facts:
    return facts_from_answers(session.content.questions, session.answers(session.store.case(case_id)))


def asked(session: OpenVault, section: str) -> list[str]:
    return [line.id for line in see_part(session, section).lines if not (line.is_hidden or line.is_retired)]


def test_a_hidden_question_is_asked_no_more_and_its_answer_is_kept_and_feeds_nothing(session: OpenVault) -> None:
    case_id = begun(session)
    given(session, case_id, "happened.kinds", ("threatened",))
    assert facts(session, case_id).many("crimes") == ("threats",)
    hide(session, "happened.kinds")
    answers = session.answers(session.store.case(case_id))
    assert "happened.kinds" not in answers
    assert "happened.kinds" in session.store.case(case_id).all_answers()
    assert view_of(session, case_id).answers == {}
    assert facts(session, case_id).many("crimes") is None
    assert facts(session, case_id).could_gain("crimes", ("threats",))  # nobody can tell, so no rule says no
    page = go_to_section(session, case_id, "happened")
    assert page.question is not None
    assert page.question.id != "happened.kinds"
    assert [line.question_id for line in look_over(session, case_id).asked_no_more.lines] == ["happened.kinds"]
    show_again(session, "happened.kinds")
    assert "happened.kinds" in session.answers(session.store.case(case_id))


def test_an_own_question_is_asked_in_both_languages_and_lies_where_nothing_leaves(session: OpenVault) -> None:
    name = save_own(
        session,
        OwnDraft(
            "help", "multiple_choice", {"en": BUS, "es": BUS_ES}, {"en": ("Day", "Week"), "es": ("Día", "Semana")}
        ),
    )
    case_id = begun(session)
    page = go_to_question(session, case_id, name)
    assert page.question is not None
    assert (page.question.prompt, page.question.fate) == (BUS.prompt, Fate.STAYS)
    session.language = "es"
    page = go_to_question(session, case_id, name)
    assert page.question is not None
    assert page.question.prompt == BUS_ES.prompt
    assert [one.label for one in page.question.options] == ["Día", "Semana"]
    given(session, case_id, name, (page.question.options[0].id,))
    case = session.store.case(case_id)
    assert name in case.answers[CasePart.WALLED_OFF]
    assert view_of(session, case_id).answers == {}


def test_an_own_question_that_is_not_saved_lives_in_memory_alone(session: OpenVault) -> None:
    name = own(session, "short_text", is_saved=False)
    case_id = begun(session)
    given(session, case_id, name, "zebra")
    assert name not in session.store.case(case_id).all_answers()
    assert session.answers(session.store.case(case_id))[name] == Answer(AnswerStatus.GIVEN, Text("zebra"))


def test_an_answered_own_question_is_retired_and_an_unanswered_one_goes(session: OpenVault) -> None:
    answered, never = own(session, "short_text"), own(session, "short_text")
    case_id = begun(session)
    given(session, case_id, answered, "zebra stripes")
    assert take_off_own(session, answered) is True
    assert take_off_own(session, never) is False
    assert [one.id for one in office_changes(session).own] == [answered]
    assert answered not in session.answers(session.store.case(case_id))
    (line,) = look_over(session, case_id).asked_no_more.lines
    assert (line.prompt, line.said.lines) == (BUS.prompt, ("zebra stripes",))
    assert "zebra" in str(forbidden_of(session, case_id, (), FIRST)._texts)  # the last look still knows the words
    ask_own_again(session, answered)
    assert session.answers(session.store.case(case_id))[answered].value == Text("zebra stripes")
    put_back_all(session)
    assert [one.is_retired for one in office_changes(session).own] == [True]
    take_back(session, case_id, (answered,))
    assert look_over(session, case_id).asked_no_more.lines == ()


@pytest.mark.parametrize("name", ["limits.go_on", "limits.say_back", "limits.notes", "limits.adult", "limits.youth_rule",
                                  "safety.neck_pressed", "limits", "safety", "nothing.here"])  # fmt: skip
def test_what_keeps_the_person_safe_cannot_be_hidden(session: OpenVault, name: str) -> None:
    with pytest.raises(Mishap, match="always_asked") as caught:
        hide(session, name)
    assert caught.value.what_is_safe == "The questions have not changed."


def test_a_hidden_part_is_gone_from_the_map_and_comes_back(session: OpenVault) -> None:
    hide(session, "vehicle")
    case_id = begun(session)
    assert "vehicle" not in [one.id for one in open_interview(session, case_id).sections]
    assert see_part(session, "vehicle").is_hidden
    put_back(session, "vehicle")
    assert "vehicle" in [one.id for one in open_interview(session, case_id).sections]
    assert not see_parts(session).has_changes


def test_other_words_are_said_in_each_language_and_the_shipped_translation_stays_until_then(session: OpenVault) -> None:
    shipped = see_question(session, "comfort.break_sign").shipped["es"]
    ours = Words("How will you show me that you need a break?", "You set the pace.", "")
    reword(session, "comfort.break_sign", "en", ours)
    case_id = begun(session)
    said = {}
    for language in ("en", "es"):
        session.language = language
        page = go_to_question(session, case_id, "comfort.break_sign")
        assert page.question is not None
        said[language] = page.question.prompt
    assert said == {"en": ours.prompt, "es": shipped.prompt}
    spanish = Words("¿Cómo me dirá que quiere una pausa?", "Usted marca el paso.", "")
    reword(session, "comfort.break_sign", "es", spanish)
    page = go_to_question(session, case_id, "comfort.break_sign")
    assert page.question is not None
    assert page.question.prompt == spanish.prompt
    for language in ("en", "es"):
        reword(session, "comfort.break_sign", language, see_question(session, "comfort.break_sign").shipped[language])
    assert office_changes(session) == OfficeChanges()


@pytest.mark.parametrize("prompt", ["", "Why did you go there?", "Are you a victim?", "Tell me!", "x" * 241])
def test_words_that_would_hurt_are_not_kept(session: OpenVault, prompt: str) -> None:
    with pytest.raises(Mishap, match="words_not_plain"):
        reword(session, "comfort.break_sign", "en", Words(prompt, "You set the pace.", ""))
    with pytest.raises(Mishap, match="words_not_plain"):
        save_own(session, OwnDraft("help", "short_text", {"en": replace(BUS, prompt=prompt)}))
    assert office_changes(session) == OfficeChanges()


def test_a_question_moves_and_never_before_the_one_that_it_hangs_on(session: OpenVault) -> None:
    first, second, *_ = asked(session, "comfort")
    move(session, second, -1)
    assert asked(session, "comfort")[:2] == [second, first]
    move(session, second, 1)
    assert office_changes(session) == OfficeChanges()
    with pytest.raises(Mishap, match="cannot_move"):
        move(session, first, -1)
    order = asked(session, "limits")
    with pytest.raises(Mishap, match="cannot_move"):  # consent comes after the limits
        move(session, order[order.index("limits.adult")], -1)
    with pytest.raises(Mishap, match="question_gone"):
        move(session, "comfort.nothing", 1)


@pytest.mark.parametrize("section", ["setup", "safety", "limits", "private", "nowhere"])
def test_no_own_question_stands_before_the_limits_or_where_nothing_may_be_kept(
    session: OpenVault, section: str
) -> None:
    with pytest.raises(Mishap, match="no_own_here"):
        own(session, section=section)


@pytest.mark.parametrize("labels", [(), ("Yes",), ("Yes", "Yes"), tuple("abcdefghijklm")])
def test_choices_must_be_whole(session: OpenVault, labels: tuple[str, ...]) -> None:
    with pytest.raises(Mishap, match="choices_unfinished"):
        own(session, labels={"en": labels})


def test_a_choice_that_somebody_may_have_ticked_stays(session: OpenVault) -> None:
    name = own(session, labels={"en": ("Day", "Week", "Year")})
    case_id = begun(session)
    kept = office_changes(session).own[0]
    given(session, case_id, name, kept.choices[2].id)
    with pytest.raises(Mishap, match="choices_answered"):
        own(session, id=name, labels={"en": ("Day", "Week")})
    own(session, id=name, labels={"en": ("One day", "Week", "Year", "Ever")})
    assert session.answers(session.store.case(case_id))[name].value == Choice(kept.choices[2].id)
    assert [one.labels["en"] for one in office_changes(session).own[0].choices] == ["One day", "Week", "Year", "Ever"]


def test_only_supervisors_change_questions_everybody_reads_them_and_the_log_holds_no_word(
    session: OpenVault, tmp_path: Path
) -> None:
    name = own(session)
    lines = [line for line in read_log(session).lines if line.action == "questions_changed"]
    assert len(lines) == 1
    assert "bus" not in repr(lines)
    file = export_changes(session, tmp_path)
    session.store.opened_by = SlotOwner(StaffRole.ADVOCATE, "B7")
    assert see_question(session, name).words["en"] == BUS
    assert not see_parts(session).may_change
    for change in (
        lambda: hide(session, "vehicle"),
        lambda: show_again(session, "vehicle"),
        lambda: reword(session, "comfort.name", "en", BUS),
        lambda: move(session, "comfort.name", 1),
        lambda: put_back(session, "comfort.name"),
        lambda: put_back_all(session),
        lambda: forget_left_over(session),
        lambda: begin_with_none(session),
        lambda: own(session),
        lambda: take_off_own(session, name),
        lambda: ask_own_again(session, name),
        lambda: import_changes(session, file),
    ):
        with pytest.raises(Mishap, match="supervisor_needed"):
            change()


def test_changes_travel_to_another_desk_and_add_to_what_is_there(
    session: OpenVault, content: Content, clock: FixedClock, tmp_path: Path
) -> None:
    name = own(session)
    hide(session, "vehicle")
    reword(session, "comfort.break_sign", "en", BUS)
    file = export_changes(session, tmp_path)
    assert file.name.startswith("Questions-")
    other = OpenVault(create_memory_vault(), content, clock)
    hide(other, "witness")
    taken = import_changes(other, file)
    assert (taken.hidden, taken.reworded, taken.own, taken.dated) == (1, 1, 1, clock.today())
    assert taken.asking == 0, "a question about a bus asks for nothing that could harm"
    assert office_changes(other).hidden == {"vehicle", "witness"}
    case_id = begun(other)
    page = go_to_question(other, case_id, name)
    assert page.question is not None
    assert page.question.prompt == BUS.prompt
    lock_vault(other)


def test_a_hostile_or_foreign_file_changes_nothing_and_is_said_plainly(session: OpenVault, tmp_path: Path) -> None:
    hide(session, "vehicle")
    before, file = office_changes(session), tmp_path / "questions.json"
    blaming = '"own": [{"id": "help.own_a", "kind": "short_text", "words": {"en": {"prompt": "Why did you go?", "why": "So."}}}]'
    bad = export_changes(session, tmp_path).read_text().replace('"own": []', blaming)
    for raw, words in (
        (b"\x89PNG\r\n", "holds no changes of the interview"),
        (b'{"kind": "interview-changes", "version": 9}', "newer version"),
        (b'{"kind": "interview-changes"}' + b" " * 600_000, "larger than 512 kB"),
        (b"[" * 100_000, "holds no changes"),
        (bad.encode(), "number 1 of 'own' cannot be said like this"),
    ):
        file.write_bytes(raw)
        with pytest.raises(BrokenContent, match=words):
            import_changes(session, file)
    with pytest.raises(Mishap, match="office_questions_file_unread"):
        import_changes(session, tmp_path / "gone.json")
    assert office_changes(session) == before


def test_a_file_cannot_hide_a_gate_or_turn_an_own_question_into_another(session: OpenVault, tmp_path: Path) -> None:
    name, file = own(session, "short_text"), tmp_path / "questions.json"
    text = export_changes(session, tmp_path).read_text()
    file.write_text(text.replace('"hidden": []', '"hidden": ["limits.go_on", "limits", "safety.neck_pressed"]'))
    import_changes(session, file)
    case_id = start_case(session).id
    page = go_to_question(session, case_id, "limits.go_on")
    assert page.question is not None
    assert page.question.id == "limits.go_on"
    assert see_parts(session).left_over == 3
    forget_left_over(session)
    assert see_parts(session).left_over == 0
    file.write_text(text.replace('"kind": "short_text"', '"kind": "long_text"'))
    with pytest.raises(BrokenContent, match="the id of a question here that is another one"):
        import_changes(session, file)
    assert office_changes(session).own_question(name) is not None


def test_a_change_for_a_question_that_a_new_version_lacks_is_kept_aside_and_told(session: OpenVault) -> None:
    hide(session, "vehicle")
    reword(session, "vehicle.color", "en", BUS)
    questions = session.shipped.questions
    session.shipped = replace(
        session.shipped,
        questions=replace(questions, questions=tuple(one for one in questions.questions if one.section != "vehicle")),
    )
    take_in_own_policies(session)
    assert see_parts(session).left_over == 2
    assert "vehicle" in office_changes(session).hidden


def test_words_that_changed_since_in_the_program_are_told(session: OpenVault) -> None:
    reword(session, "comfort.break_sign", "en", BUS)
    assert not see_question(session, "comfort.break_sign").is_outdated
    questions = session.shipped.questions
    newer = tuple(
        replace(one, prompt="How do we stop?") if one.id == "comfort.break_sign" else one for one in questions.questions
    )
    session.shipped = replace(session.shipped, questions=replace(questions, questions=newer))
    take_in_own_policies(session)
    assert see_question(session, "comfort.break_sign").is_outdated


def test_what_cannot_be_read_asks_the_shipped_questions_and_says_so(session: OpenVault) -> None:
    session.store.put_setting(SETTING, "broken")
    take_in_own_policies(session)
    assert session.content.questions == session.shipped.questions
    assert not see_parts(session).is_readable
    with pytest.raises(Mishap, match="office_questions_unread"):
        hide(session, "vehicle")
    begin_with_none(session)
    assert see_parts(session).is_readable
    assert [line.action for line in read_log(session).lines] == ["questions_changed"]


def test_the_changes_are_there_again_after_a_lock(vault_folder: Path, content: Content, clock: FixedClock) -> None:
    opened = unlock_vault(vault_folder, bytearray(PASSPHRASE.encode()), content, clock)
    name = own(opened)
    hide(opened, "vehicle")
    fingerprint = opened.content.fingerprint
    lock_vault(opened)
    again = unlock_vault(vault_folder, bytearray(PASSPHRASE.encode()), content, clock)
    assert again.content.questions.question(name).prompt == BUS.prompt
    assert again.content.fingerprint == fingerprint != content.fingerprint
    lock_vault(again)
