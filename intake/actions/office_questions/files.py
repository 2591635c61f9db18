"""Hand the changes of this office to another desk as a file, and take in those of another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from intake.actions.keys.supervisor import require_supervisor
from intake.actions.office_questions.asks import how_many_ask, open_asking
from intake.actions.office_questions.kept import NOT_CHANGED, keep_changes
from intake.actions.office_questions.laid_over import office_changes
from intake.actions.session import OpenVault
from intake.actions.small_file import read_small_file
from intake.errors import BrokenContent
from intake.export.write_safely import write_safely
from intake.questions.model import Audience
from intake.questions.office.document import MOST_BYTES, read_changes, write_changes
from intake.questions.office.file_faults import FileFault, FileProblem, file_problem, in_words
from intake.questions.office.model import OfficeChanges, OwnQuestion
from intake.questions.office.plain_words import word_faults

FILE_START, SUFFIX = "Questions-", ".json"
_MOST_FAULTS = 12


@dataclass(frozen=True, slots=True)
class ChangesTakenIn:
    """What came of a file: the changes that it holds, and the day that it bears.

    ``asking`` of its own questions ask for what could harm the person; that stops nothing.
    """

    hidden: int
    reworded: int
    own: int
    dated: date | None
    asking: int = 0


def export_changes(session: OpenVault, folder: Path) -> Path:
    """Write a dated file into ``folder`` under a neutral name. It holds nothing from any report."""
    raw = write_changes(office_changes(session), session.clock.today())
    return write_safely(folder, raw, SUFFIX, FILE_START)


def import_changes(session: OpenVault, path: Path) -> ChangesTakenIn:
    """Add the changes of a file to those that are there; where both speak of one thing, the file is followed.

    Raises BrokenContent with every fault, or Mishap.
    """
    require_supervisor(session)
    found = read_changes(path.name, read_small_file(path, NOT_CHANGED, MOST_BYTES, "office_questions_file_unread"))
    here = office_changes(session)
    problems = found.problems or tuple(_unfit(path.name, found.changes, here, session))
    if problems:
        raise BrokenContent(problems[:_MOST_FAULTS])
    keep_changes(session, _merged(here, found.changes))
    new = found.changes
    return ChangesTakenIn(len(new.hidden), len(new.reworded), len(new.own), found.dated, _asking(session, new.own))


def faults_in_words(session: OpenVault, broken: BrokenContent) -> tuple[str, ...]:
    """What is wrong with a file and what to do, in the language of the desk."""
    wording = session.content.wording(session.language)
    return tuple(in_words(one, wording) for one in broken.problems)


def _asking(session: OpenVault, questions: Sequence[OwnQuestion]) -> int:
    if not questions:
        return 0
    try:
        return how_many_ask(open_asking(session), questions)
    except BrokenContent:  # the file is taken in all the same
        return 0


def _merged(here: OfficeChanges, new: OfficeChanges) -> OfficeChanges:
    names = {one.id for one in new.own}
    return OfficeChanges(
        here.hidden | new.hidden,
        {**here.reworded, **new.reworded},
        {**here.order, **new.order},
        (*(one for one in here.own if one.id not in names), *new.own),
    )


def _unfit(name: str, new: OfficeChanges, here: OfficeChanges, session: OpenVault) -> Iterator[FileProblem]:
    """Words that could not be written here either, and an own question that is another one than here."""
    audience = {one.id: one.audience for one in session.shipped.questions.questions}
    for question_id, one in new.reworded.items():
        if any(
            word_faults(words, language=code, audience=audience.get(question_id, Audience.PERSON))
            for code, words in one.words.items()
        ):
            yield file_problem(name, FileFault.WORDS, question=question_id)
    for number, own in enumerate(new.own, start=1):
        if any(
            word_faults(words, tuple(choice.labels[code] for choice in own.choices), code)
            for code, words in own.words.items()
        ):
            yield file_problem(name, FileFault.OWN_WORDS, number=str(number))
        before = here.own_question(own.id)
        if before is not None and not _is_same(before, own):
            yield file_problem(name, FileFault.OTHER_QUESTION, number=str(number))


def _is_same(before: OwnQuestion, new: OwnQuestion) -> bool:
    kept = {one.id for one in before.choices} <= {one.id for one in new.choices}
    return kept and (before.kind, before.is_saved) == (new.kind, new.is_saved)
