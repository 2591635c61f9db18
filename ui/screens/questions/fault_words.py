"""What to change in words, in the language of the screen."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from intake.questions.office.plain_words import Fault, Part, WordFault

tr = QCoreApplication.translate


def faults_of(part: Part, faults: Iterable[WordFault]) -> str:
    """What to change in one line of the form, a sentence or two for each fault; empty where all is well."""
    return "\n".join(fault_words(one) for one in faults if one.part is part)


def fault_words(fault: WordFault) -> str:
    """One fault, and what helps."""
    sentences = {
        Fault.EMPTY: tr("WordFaults", "Write something here."),
        Fault.TOO_LONG: tr("WordFaults", "There is room for {count} letters. Say it in fewer words."),
        Fault.BLAMES: tr("WordFaults", "This can sound like blame: {words}. Ask what happened, not for reasons."),
        Fault.JUDGES: tr(
            "WordFaults", "This judges, or calls people what they did not choose: {words}. Say what happened instead."
        ),
        Fault.SHOUTS: tr("WordFaults", "Take out the exclamation mark. A calm voice has none."),
        Fault.FAMILIAR: tr("WordFaults", "Say \u201custed\u201d to everybody: {words}."),
        Fault.LONG_SENTENCE: tr("WordFaults", "One sentence has {count} words. Make two of it."),
        Fault.HARD_WORDS: tr("WordFaults", "Hard to follow when heard once. Find shorter words for: {words}."),
        Fault.HARD: tr("WordFaults", "Hard to follow when heard once. Say it in shorter words."),
    }
    return sentences[fault.fault].format(words=", ".join(fault.words), count=fault.count)
