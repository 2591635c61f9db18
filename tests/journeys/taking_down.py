"""How a report is taken down in these journeys: question by question, as the screen would."""

from __future__ import annotations

from intake.actions.cases.cases import start_case
from intake.actions.interview.moves import go_on, open_interview
from intake.actions.interview.record_answer import Recorded, record_answer
from intake.actions.protections.panel import ProtectionsPanel
from intake.actions.session import OpenVault
from intake.answers.model import AnswerStatus
from tests.journeys.people import Person


def take_down(session: OpenVault, person: Person) -> str:
    """Go through the whole interview once. Whatever the person says must come up by itself."""
    case_id = start_case(session).id
    unsaid = dict(person.all_says)
    page = open_interview(session, case_id)
    while page.question is not None:
        question_id = page.question.id
        if question_id in unsaid:
            done = record_answer(session, case_id, question_id, AnswerStatus.GIVEN, unsaid.pop(question_id))
        else:
            status = AnswerStatus.DECLINED if question_id in person.declines else AnswerStatus.SKIPPED
            done = record_answer(session, case_id, question_id, status, None)
        assert isinstance(done, Recorded), f"{question_id}: {done}"
        page = go_on(session, case_id, question_id)
    assert not unsaid, f"never asked: {sorted(unsaid)}"
    return case_id


def panel_words(panel: ProtectionsPanel) -> str:
    """The panel as a person reads it, for the word snapshots."""
    lines = []
    for card in panel.cards:
        lines += [
            f"## {card.title}: {card.headline}",
            *card.because,
            "Limits:",
            *(f"- {limit}" for limit in card.limits),
        ]
        lines += [f"  {rule.title}: {rule.headline}" for rule in card.rules]
        lines += [f"To settle: {link.prompt}" for link in card.settle]
        lines += [card.source_line, card.verification_line, ""]
    return "\n".join(lines)
