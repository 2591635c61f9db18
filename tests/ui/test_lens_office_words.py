"""The words that an office added count in every box, at once and only while its vault is open."""

from __future__ import annotations

from PySide6.QtCore import QObject

from intake.actions.screening.box_check import BoxCheck, BoxRead, open_box_check
from intake.actions.screening.local_words import add_local_word
from intake.actions.screening.look_over import TextReader
from intake.actions.screening.office_words import take_in_office_words
from intake.actions.session import OpenVault
from intake.screening.packs import LocalWord
from intake.vault.memory_vault import create_memory_vault
from tests.shipped import shipped_content
from ui.app_state import AppState
from ui.background.job_runner import ImmediateRunner
from ui.lens.wording_check import BoxMemory, WordingCheck

CONTENT = shipped_content()
SAID = "They met near the Blue Heron steps."


def marked(check: BoxCheck) -> list[str]:
    read = check.read(TextReader("narrative", "account.words"), SAID, 0, "en")
    return [SAID[one.passage.start : one.passage.end] for one in read.marked]


def test_a_word_of_the_office_is_marked_in_a_box(state: AppState) -> None:
    session = OpenVault(create_memory_vault(), CONTENT, state.clock)
    add_local_word(session, LocalWord("blue heron steps", "en", "sex-work"))
    with_it = marked(open_box_check(CONTENT, session.office_words))
    assert any("Blue Heron" in words for words in with_it)
    assert not any("Blue Heron" in words for words in marked(open_box_check(CONTENT)))
    again = OpenVault(session.store, CONTENT, state.clock)
    take_in_office_words(again)
    assert again.office_words == session.office_words
    session.store.close()


def test_the_check_is_opened_again_when_the_words_have_changed() -> None:
    opened: list[str] = []
    words = ["one"]

    class Silent:
        def read(self, *_: object) -> BoxRead:
            return BoxRead((), is_whole=True, is_complete=True)

    def open_check() -> BoxCheck:
        opened.append(words[0])
        return Silent()  # type: ignore[return-value]  # only read is asked of it

    check = WordingCheck(ImmediateRunner(), open_check, lambda: "en", lambda: words[0])
    owner = QObject()
    seen: list[object] = []
    for now in ("one", "one", "two"):
        words[0] = now
        check.read(BoxMemory("narrative", "account.words"), SAID, 0, owner, seen.append, seen.append)
    assert opened == ["one", "two"]
    assert len(seen) == 3
