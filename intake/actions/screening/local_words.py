"""The words of this office for the lens: kept in the vault, changed by supervisors, used wherever the lens reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from intake.actions.keys.supervisor import require_supervisor
from intake.actions.screening.office_words import SETTING
from intake.actions.screening.open_lens import shipped_packs
from intake.actions.session import OpenVault
from intake.actions.small_file import read_small_file
from intake.actions.vault.write_log import log
from intake.errors import BrokenContent, Mishap
from intake.export.write_safely import write_safely
from intake.resource_files import MOST_BYTES
from intake.screening.local.file import read_local, write_local
from intake.screening.local.phrases import (
    LONGEST_PHRASE,
    MOST_ADDED,
    MOST_HIDDEN,
    PhraseFault,
    fault_of_added,
    fault_of_phrase,
    merged,
    tidy,
)
from intake.screening.packs import LocalWord, LocalWords, WordPacks
from intake.vault.audit.entry import Action

FILE_START = "Words-"
_NOT_CHANGED = "The words that are there have not changed."


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of a file: how many phrases were new, and the day that it bears."""

    new: int
    dated: date | None


def local_words(session: OpenVault) -> LocalWords:
    """What this office adds and hides. Raises Mishap ``local_words_unread``: then whoever asked must hold the text."""
    kept = session.store.setting(SETTING)
    return read_office_words(kept, shipped_packs(session.shipped)) if kept else LocalWords()


def read_office_words(kept: str, packs: WordPacks) -> LocalWords:
    """The words in the text that is kept of them. Raises Mishap ``local_words_unread``."""
    found = read_local("words", kept.encode(), packs)
    if found.problems:
        raise _unread()
    return found.words


def add_local_word(session: OpenVault, word: LocalWord) -> LocalWords:
    """Look for one more phrase from now on. Raises Mishap supervisor_needed, or one that says what is wrong."""
    require_supervisor(session)
    packs = shipped_packs(session.shipped)
    word = LocalWord(_typed(word.phrase), word.language, word.category)
    fault = fault_of_added(packs, word)
    if fault is not None:
        raise _not_a_phrase(fault)
    return _keep(session, merged(packs, local_words(session), LocalWords(add=(word,))))


def hide_phrase(session: OpenVault, phrase: str) -> LocalWords:
    """Leave a phrase unmarked from now on. Raises Mishap as ``add_local_word`` does."""
    require_supervisor(session)
    packs, phrase = shipped_packs(session.shipped), _typed(phrase)
    fault = fault_of_phrase(packs, phrase)
    if fault is not None:
        raise _not_a_phrase(fault)
    return _keep(session, merged(packs, local_words(session), LocalWords(hide=(phrase,))))


def drop_local_word(session: OpenVault, word: LocalWord | str) -> LocalWords:
    """Take back an added word, or (a phrase alone) a hidden one."""
    require_supervisor(session)
    now = local_words(session)
    left = LocalWords(
        tuple(one for one in now.add if one != word), tuple(phrase for phrase in now.hide if phrase != word)
    )
    return now if left == now else _keep(session, left)


def drop_all_local_words(session: OpenVault) -> LocalWords:
    """Begin with none; the way out when what is kept cannot be read."""
    require_supervisor(session)
    return _keep(session, LocalWords())


def export_local_words(session: OpenVault, folder: Path) -> Path:
    """Write a dated file into ``folder`` under a neutral name. It holds nothing from any report."""
    text = write_local(local_words(session), session.clock.today())
    return write_safely(folder, text.encode(), ".toml", FILE_START)


def import_local_words(session: OpenVault, path: Path) -> TakenIn:
    """Add the words of a file to those that are there. Raises BrokenContent with every fault, or Mishap."""
    require_supervisor(session)
    packs = shipped_packs(session.shipped)
    found = read_local(path.name, read_small_file(path, _NOT_CHANGED, MOST_BYTES, "local_words_file_unread"), packs)
    if found.problems:
        raise BrokenContent(found.problems)
    before = local_words(session)
    after = _keep(session, merged(packs, before, found.words))
    return TakenIn(len(after.add) + len(after.hide) - len(before.add) - len(before.hide), found.dated)


def _keep(session: OpenVault, words: LocalWords) -> LocalWords:
    text = write_local(words, session.clock.today())
    if len(words.add) > MOST_ADDED or len(words.hide) > MOST_HIDDEN or len(text.encode()) > MOST_BYTES:
        raise Mishap(
            "local_words_full",
            f"There is room for {MOST_ADDED} added words and {MOST_HIDDEN} hidden ones.",
            _NOT_CHANGED,
            "Take back words that nobody needs.",
        )
    session.store.put_setting(SETTING, text)
    session.office_words = text
    session.lens_is_old()
    log(session, Action.WORDS_CHANGED)
    return words


def _typed(phrase: str) -> str:
    if len(phrase.strip()) > LONGEST_PHRASE:
        raise _not_a_phrase(PhraseFault.TOO_LONG)
    return tidy(phrase)


def _not_a_phrase(fault: PhraseFault) -> Mishap:
    what, to_do = _SAID[fault]
    return Mishap(f"local_word_{fault}", what, _NOT_CHANGED, to_do)


def _unread() -> Mishap:
    return Mishap(
        "local_words_unread",
        "The words that this office added cannot be read.",
        "No report has changed. Until this is mended, no line in own words leaves.",
        "Open the words that the lens knows, and begin with none or take them in from a file.",
    )


_SAID = {
    PhraseFault.TOO_LONG: (
        "This is too long for a word to look for.",
        f"Keep it to {LONGEST_PHRASE} letters: the few words that tell.",
    ),
    PhraseFault.NO_WORDS: ("There is no word in it.", "Write at least one word."),
    PhraseFault.BRACKETS: (
        "This cannot be read as words to look for.",
        "Write plain words. If you use brackets, close each one. Two dots stand between words, not at an end.",
    ),
    PhraseFault.SHORT_STEM: (
        "So short a start would mark too much.",
        "Write at least three letters before the star.",
    ),
    PhraseFault.EVERYDAY: (
        "This stands in nearly every sentence, so nearly all would be marked.",
        "Add the word that tells, such as the name of the street or the site.",
    ),
    PhraseFault.TOO_MANY: (
        "This can be read in too many ways.",
        "Write it as several words to look for.",
    ),
    PhraseFault.CATEGORY: ("It is not said what the word touches.", "Choose one of the kinds."),
    PhraseFault.LANGUAGE: ("It is not said in which language the word is.", "Choose one of the languages."),
}
