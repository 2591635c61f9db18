"""Hide, reword and move shipped questions, and put them back."""

from __future__ import annotations

from dataclasses import replace

from intake.actions.keys.supervisor import require_supervisor
from intake.actions.office_questions.kept import NOT_CHANGED, keep_changes
from intake.actions.office_questions.laid_over import SETTING, applied, office_changes
from intake.actions.own_policies.kept import take_in_own_policies
from intake.actions.session import OpenVault
from intake.actions.vault.write_log import log
from intake.errors import Mishap
from intake.questions.model import Question
from intake.questions.office.apply import awaited_by_others, digest, every_question, may_hide
from intake.questions.office.document import tidy
from intake.questions.office.model import OfficeChanges, OwnQuestion, Rewording, Words
from intake.questions.office.order import in_office_order, moved
from intake.questions.office.plain_words import word_faults
from intake.vault.audit.entry import Action


def hide(session: OpenVault, name: str) -> None:
    """Ask a question, or a whole part, no more. Raises Mishap ``always_asked`` where the person needs it."""
    require_supervisor(session)
    changes = office_changes(session)
    if not may_hide(name, session.shipped.questions):
        raise Mishap(
            "always_asked",
            "This cannot be hidden: something in it keeps the person safe.",
            NOT_CHANGED,
            "It says beside each such question why it is always asked.",
        )
    keep_changes(session, replace(changes, hidden=changes.hidden | {name}))


def show_again(session: OpenVault, name: str) -> None:
    """Ask a hidden question, or a hidden part, again."""
    require_supervisor(session)
    changes = office_changes(session)
    keep_changes(session, replace(changes, hidden=changes.hidden - {name}))


def reword(session: OpenVault, question_id: str, language: str, words: Words) -> None:
    """Say a shipped question in other words. Raises Mishap ``words_not_plain`` or ``question_gone``."""
    require_supervisor(session)
    changes, question = office_changes(session), shipped_question(session, question_id)
    words = Words(tidy(words.prompt), tidy(words.why), tidy(words.help))
    if word_faults(words, language=language, audience=question.audience):
        raise not_plain()
    before = changes.reworded.get(question_id)
    now = {**(before.words if before else {}), language: words}
    if words == shipped_words(session, question, language):
        del now[language]
    reworded = {name: one for name, one in changes.reworded.items() if name != question_id}
    if now:
        reworded[question_id] = Rewording(now, digest(question))
    keep_changes(session, replace(changes, reworded=reworded))


def move(session: OpenVault, question_id: str, step: int) -> None:
    """Ask a question one place earlier (-1) or later (1). Raises Mishap ``cannot_move`` where it hangs on another."""
    require_supervisor(session)
    changes = office_changes(session)
    shipped_all, name = session.shipped.questions, question_id.partition(".")[0]
    now = [one.id for one in applied(session, changes).questions.of_section(name)]
    if question_id not in now:
        raise gone()
    section = next(one for one in shipped_all.sections if one.id == name)
    shipped = every_question(section, shipped_all, changes)
    awaited = awaited_by_others(shipped_all)
    order = moved(shipped, now, question_id, step, awaited)
    if order is None:
        raise Mishap(
            "cannot_move",
            "This question cannot go there: one of the two hangs on the other, or it stands at the end.",
            NOT_CHANGED,
            "Move another question instead.",
        )
    orders = {one: ids for one, ids in changes.order.items() if one != name}
    if order != tuple(one.id for one in in_office_order(shipped, (), awaited)):
        orders[name] = order
    keep_changes(session, replace(changes, order=orders))


def put_back(session: OpenVault, name: str) -> None:
    """A question in its shipped words and shown, or a part shown and in its shipped order."""
    require_supervisor(session)
    changes = office_changes(session)
    keep_changes(
        session,
        replace(
            changes,
            hidden=changes.hidden - {name},
            reworded={one: words for one, words in changes.reworded.items() if one != name},
            order={one: ids for one, ids in changes.order.items() if one != name},
        ),
    )


def put_back_all(session: OpenVault) -> None:
    """Everything as it was shipped. An own question that somebody answered is asked no more; the others go."""
    require_supervisor(session)
    own = tuple(_retired(one) for one in office_changes(session).own if session.store.is_answered(one.id))
    keep_changes(session, OfficeChanges(own=own))


def forget_left_over(session: OpenVault) -> None:
    """Drop the changes that speak of questions which this version does not have. Answered own questions stay."""
    require_supervisor(session)
    changes = office_changes(session)
    left = {name for name in applied(session, changes).left_over if not session.store.is_answered(name)}
    keep_changes(
        session,
        OfficeChanges(
            changes.hidden - left,
            {name: one for name, one in changes.reworded.items() if name not in left},
            {name: one for name, one in changes.order.items() if name not in left},
            tuple(one for one in changes.own if one.id not in left),
        ),
    )


def begin_with_none(session: OpenVault) -> None:
    """The way out when what is kept cannot be read."""
    require_supervisor(session)
    session.store.put_setting(SETTING, "")
    take_in_own_policies(session)
    log(session, Action.QUESTIONS_CHANGED)


def shipped_question(session: OpenVault, question_id: str) -> Question:
    """A question as it came with the program. Raises Mishap ``question_gone``."""
    for one in session.shipped.questions.questions:
        if one.id == question_id:
            return one
    raise gone()


def shipped_words(session: OpenVault, question: Question, language: str) -> Words:
    """The words that came with the program."""
    wording, base = session.shipped.wording(language), f"question.{question.id}"
    return Words(
        wording.text(f"{base}.prompt", question.prompt),
        wording.text(f"{base}.why", question.why_we_ask),
        wording.text(f"{base}.help", question.help) if question.help else "",
    )


def gone() -> Mishap:
    """The question is not there any more."""
    return Mishap(
        "question_gone", "This question is not here any more.", NOT_CHANGED, "Go back to the parts and choose another."
    )


def not_plain() -> Mishap:
    """Some words would be hard to hear, or would hurt."""
    return Mishap(
        "words_not_plain",
        "Some of these words cannot be said like this.",
        NOT_CHANGED,
        "Change what is named beside each line, then keep it again.",
    )


def _retired(own: OwnQuestion) -> OwnQuestion:
    return replace(own, is_retired=True)
