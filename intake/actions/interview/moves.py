"""Moving through the interview. Every move keeps the place, so that a kill or a lock loses nothing."""

from __future__ import annotations

from intake.actions.cases.damaged import even_if_damaged, naming_the_report
from intake.actions.interview.at_hand import come_to
from intake.actions.interview.page import InterviewPage, build_page, open_questions
from intake.actions.session import OpenVault
from intake.cases.model import Case
from intake.questions.flow import before, next_after, standing
from intake.questions.model import Question
from intake.questions.occasions import address, address_on, number_of, plain_id


def open_interview(session: OpenVault, case_id: str) -> InterviewPage:
    """Come back to where this report was left, or begin it."""
    with naming_the_report(session, case_id):
        case = session.store.case(case_id)
        place = None
        with even_if_damaged():
            place = plain_id(session.store.place(case_id) or "")
        asked = open_questions(session, session.answers(case))
        return _show(session, case, next((one for one in asked if one.id == place), asked[0] if asked else None))


def go_on(session: OpenVault, case_id: str, question_id: str) -> InterviewPage:
    """The question after this one, or the end. About the same thing, and the same person, for as long as it can be."""
    case = session.store.case(case_id)
    desk = come_to(session, case, question_id).desk
    return _show(session, case, next_after(session.content.questions, session.answers(case, desk), question_id))


def go_back(session: OpenVault, case_id: str, question_id: str) -> InterviewPage:
    """The question before this one; at the first one, stay. From the end (an empty id) the last one."""
    case = session.store.case(case_id)
    if not question_id:
        answers = session.answers(case)
        return _show(session, case, next(reversed(standing(session.content.questions, answers).way()), None))
    answers = session.answers(case, come_to(session, case, question_id).desk)
    earlier = before(session.content.questions, answers, question_id)
    return _show(session, case, earlier or _question(session, case, question_id))


def go_to_section(session: OpenVault, case_id: str, section_id: str) -> InterviewPage:
    """The first question of a section that has no answer yet, else its first; nothing when it is locked.

    A section may be named like an answer, with the number of what it is to be about.
    """
    case = session.store.case(case_id)
    section, number = plain_id(section_id), number_of(section_id)
    repeating = (one for one in session.content.questions.of_section(section) if one.repeats.is_asked_anew)
    if number > 1 and (first := next(repeating, None)) is not None:
        come_to(session, case, address(first.id, number))
    answers = session.answers(case)
    asked = [one for one in open_questions(session, answers) if one.section == section]
    unanswered = [one for one in asked if one.id not in answers]
    return _show(session, case, next(iter(unanswered or asked), None))


def go_to_question(session: OpenVault, case_id: str, question_id: str) -> InterviewPage:
    """A question by its id, about what its number says; the start of its section when it is not asked now."""
    case = session.store.case(case_id)
    come_to(session, case, question_id)
    question = _question(session, case, question_id)
    if question is None:
        return go_to_section(session, case_id, session.content.questions.question(question_id).section)
    return _show(session, case, question)


def show_end(session: OpenVault, case_id: str) -> InterviewPage:
    """The end, where the last question or a locked part led."""
    return _show(session, session.store.case(case_id), None)


def _show(session: OpenVault, case: Case, question: Question | None) -> InterviewPage:
    with even_if_damaged():
        place = address_on(session.told_of(case).desk, question) if question else ""
        session.store.put_place(case.id, place)
        session.store.set_last_case(case.id)
    return build_page(session, case, question)


def _question(session: OpenVault, case: Case, question_id: str) -> Question | None:
    asked = open_questions(session, session.answers(case))
    return next((one for one in asked if one.id == plain_id(question_id)), None)
