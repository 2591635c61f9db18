"""What is wrong with a file of changes that somebody wants to take in, in sentences that every language can say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from intake.errors import ContentProblem
from intake.wording.catalogue import Wording


class FileFault(StrEnum):
    """One reason why a file cannot be used."""

    TOO_LARGE = "too_large"
    FOREIGN = "foreign"
    NEWER = "newer"
    FORM = "form"
    FORM_AT_THE_TOP = "form_at_the_top"
    SAME_ID = "same_id"
    FEW_CHOICES = "few_choices"
    NO_CHOICE = "no_choice"
    SAME_CHOICE = "same_choice"
    OTHER_LANGUAGES = "other_languages"
    WORDS = "words"
    OWN_WORDS = "own_words"
    OTHER_QUESTION = "other_question"


_MEND = "Mend that place, or save the file anew at the other desk."
_SAY_IT = "Say it in shorter words, without blame and without names that people did not choose."
_NEW_ID = "Give it an id that is not there yet."

SAID: Mapping[FileFault, tuple[str, str]] = {
    FileFault.TOO_LARGE: ("This file is larger than {most} kB.", "Take out what nobody needs."),
    FileFault.FOREIGN: ("This file holds no changes of the interview.", "Choose a file that was saved here."),
    FileFault.NEWER: ("A newer version of the program wrote this file.", "Bring this program up to date."),
    FileFault.FORM: ("At '{place}' this has another form than it should, or is too long.", _MEND),
    FileFault.FORM_AT_THE_TOP: ("At the top this has another form than it should, or is too long.", _MEND),
    FileFault.SAME_ID: ("Number {number} of 'own' has the id of another.", _NEW_ID),
    FileFault.FEW_CHOICES: ("Number {number} of 'own' has too few choices.", "Give it {fewest} or more."),
    FileFault.NO_CHOICE: ("Number {number} of 'own' is no choice and has choices.", "Take out the choices."),
    FileFault.SAME_CHOICE: ("Two choices of number {number} of 'own' have the same id.", "Give each an id of its own."),
    FileFault.OTHER_LANGUAGES: (
        "Number {number} of 'own' says its choices in other languages.",
        "Say all of it in the same ones.",
    ),
    FileFault.WORDS: ("The words for '{question}' cannot be said like this.", _SAY_IT),
    FileFault.OWN_WORDS: ("The words of number {number} of 'own' cannot be said like this.", _SAY_IT),
    FileFault.OTHER_QUESTION: ("Number {number} of 'own' has the id of a question here that is another one.", _NEW_ID),
}
"""What is wrong and what to do, in English; {places} are filled. The message ids are those of ``messages``."""


@dataclass(frozen=True, slots=True)
class FileProblem(ContentProblem):
    """A fault of such a file, which knows how to be said in another language."""

    fault: FileFault
    filled: Mapping[str, str] = field(default_factory=dict)


def file_problem(file: str, fault: FileFault, **filled: str) -> FileProblem:
    """One fault, in English."""
    what, cure = (_fill(text, filled) for text in SAID[fault])
    return FileProblem(file, 1, what, cure, fault, filled)


def in_words(problem: ContentProblem, wording: Wording) -> str:
    """What is wrong and what to do, in one language."""
    if not isinstance(problem, FileProblem):
        return f"{problem.what} {problem.cure}"
    said = (wording.text(name, english) for name, english in messages(problem.fault).items())
    return " ".join(_fill(text, problem.filled) for text in said)


def messages(fault: FileFault) -> dict[str, str]:
    """The message ids of one fault with their English, for those who translate."""
    what, cure = SAID[fault]
    return {f"questions_file.{fault}.what": what, f"questions_file.{fault}.cure": cure}


def _fill(text: str, filled: Mapping[str, str]) -> str:
    for place, words in filled.items():
        text = text.replace("{" + place + "}", words)
    return text
