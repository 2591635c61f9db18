"""How questions and parts are called in the lists."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from intake.actions.office_questions.look import PartLine, QuestionLine
from intake.questions.office.model import Always

tr = QCoreApplication.translate


def part_words(line: PartLine) -> str:
    """A part with how many questions it has, and what is different here."""
    said = [tr("QuestionLines", "{count} questions").format(count=line.count)]
    if line.hidden == line.count:
        return f"{line.letter}   {line.title} \u00b7 {tr('QuestionLines', 'hidden')}"
    for count, words in (
        (line.own, tr("QuestionLines", "{count} of your own")),
        (line.hidden, tr("QuestionLines", "{count} hidden")),
        (line.reworded, tr("QuestionLines", "{count} in other words")),
    ):
        if count:
            said.append(words.format(count=count))
    return f"{line.letter}   {line.title} \u00b7 {', '.join(said)}"


def question_words(line: QuestionLine) -> str:
    """A question with what is different here."""
    marks = marks_of(line)
    return f"{line.prompt} \u00b7 {', '.join(marks)}" if marks else line.prompt


def marks_of(line: QuestionLine) -> tuple[str, ...]:
    """What is different here, a word or two each."""
    marks = (
        (line.is_own, tr("QuestionLines", "yours")),
        (line.is_retired, tr("QuestionLines", "asked no more")),
        (line.is_hidden, tr("QuestionLines", "hidden")),
        (line.is_reworded, tr("QuestionLines", "in other words")),
        (line.always is not None, tr("QuestionLines", "always asked")),
    )
    return tuple(words for holds, words in marks if holds)


def why_always(always: Always) -> str:
    """Why nobody can hide this question."""
    return {
        Always.LIMITS: tr(
            "QuestionLines",
            "Always asked: the person must know what may not stay private before they choose what to say.",
        ),
        Always.NOTES: tr("QuestionLines", "Always asked: nothing is written down before the person says what may be."),
        Always.CONSENT: tr("QuestionLines", "Always asked: without this yes no other part opens."),
        Always.AGE: tr("QuestionLines", "Always asked: some rules are different for people under 18."),
        Always.BREATH: tr(
            "QuestionLines", "Always asked: a hurt neck can become deadly, even when nothing can be seen on it."
        ),
    }[always]
