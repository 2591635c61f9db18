"""An office adds its own words to the lens, hides others, and hands the list to another desk."""

from __future__ import annotations

from pathlib import Path

import pytest

from intake.actions.screening.desk_lens import desk_gate, desk_lens
from intake.actions.screening.local_words import (
    add_local_word,
    drop_all_local_words,
    drop_local_word,
    export_local_words,
    hide_phrase,
    import_local_words,
    local_words,
)
from intake.actions.session import OpenVault
from intake.actions.vault.lock_vault import lock_vault
from intake.actions.vault.read_log import read_log
from intake.clock import FixedClock
from intake.content import Content
from intake.errors import BrokenContent, Mishap
from intake.screening.packs import LocalWord, LocalWords
from intake.vault.keys import SlotOwner, StaffRole
from intake.vault.memory_vault import create_memory_vault

STEPS = LocalWord("the zorp steps", "en", "sex-work")
SAID = "We met at the zorp steps."


def test_a_word_of_the_office_is_marked_at_once_and_left_again_when_taken_back(session: OpenVault) -> None:
    assert not [span for span in desk_lens(session).screen(SAID).spans if span.confidence >= 0.9]
    add_local_word(session, STEPS)
    assert [span.category for span in desk_lens(session).screen(SAID).spans] == ["sex-work"]
    assert desk_gate(session).lens is desk_lens(session)
    drop_local_word(session, STEPS)
    assert local_words(session) == LocalWords()


def test_the_lens_is_gone_when_the_vault_locks(content: Content, clock: FixedClock) -> None:
    opened = OpenVault(create_memory_vault(), content, clock)
    desk_gate(opened)
    lock_vault(opened)
    assert (opened.lens, opened.gate) == (None, None)


def test_only_a_supervisor_changes_words_and_everybody_reads_them(session: OpenVault, tmp_path: Path) -> None:
    add_local_word(session, STEPS)
    file = export_local_words(session, tmp_path)
    session.store.opened_by = SlotOwner(StaffRole.ADVOCATE, "B7")
    assert local_words(session).add == (STEPS,)
    for change in (
        lambda: add_local_word(session, STEPS),
        lambda: hide_phrase(session, "zorp lake"),
        lambda: drop_local_word(session, STEPS),
        lambda: drop_all_local_words(session),
        lambda: import_local_words(session, file),
    ):
        with pytest.raises(Mishap, match="supervisor_needed"):
            change()


def test_the_log_says_that_words_changed_and_never_which(session: OpenVault) -> None:
    add_local_word(session, STEPS)
    lines = [line for line in read_log(session).lines if line.action == "words_changed"]
    assert len(lines) == 1
    assert "zorp" not in repr(lines)


@pytest.mark.parametrize(
    ("phrase", "code"),
    [("(zorp", "local_word_brackets"), ("(zorp|the)", "local_word_everyday"), ("z" * 61, "local_word_too_long")],
)
def test_what_cannot_be_looked_for_is_said_kindly_and_never_repeated(
    session: OpenVault, phrase: str, code: str
) -> None:
    with pytest.raises(Mishap, match=code) as caught:
        add_local_word(session, LocalWord(phrase, "en", "drugs"))
    mishap = caught.value
    assert mishap.what_is_safe == "The words that are there have not changed."
    assert phrase not in f"{mishap.what_happened} {mishap.what_to_do}"


def test_a_list_travels_to_another_desk_and_adds_to_what_is_there(
    session: OpenVault, content: Content, clock: FixedClock, tmp_path: Path
) -> None:
    add_local_word(session, STEPS)
    hide_phrase(session, "crystal lake")
    file = export_local_words(session, tmp_path)
    assert file.name.startswith("Words-")
    assert "zorp" not in file.name
    other = OpenVault(create_memory_vault(), content, clock)
    add_local_word(other, LocalWord("blorp spa", "en", "third-party"))
    taken = import_local_words(other, file)
    assert (taken.new, taken.dated) == (2, clock.today())
    assert import_local_words(other, file).new == 0
    assert len(local_words(other).add) == 2
    lock_vault(other)


def test_a_hostile_file_changes_nothing(session: OpenVault, tmp_path: Path) -> None:
    add_local_word(session, STEPS)
    file = tmp_path / "words.toml"
    file.write_bytes(b"dated = 2026-11-21\nhide = [" + b'"a b",\n' * 300 + b"]")
    with pytest.raises(BrokenContent, match="more than 200 phrases"):
        import_local_words(session, file)
    with pytest.raises(Mishap, match="local_words_file_unread"):
        import_local_words(session, tmp_path / "gone.toml")
    assert local_words(session).add == (STEPS,)


def test_a_list_that_cannot_be_read_holds_everything_until_somebody_begins_anew(session: OpenVault) -> None:
    session.store.put_setting("lens.local_words", "dated = never")
    with pytest.raises(Mishap, match="local_words_unread"):
        desk_lens(session)
    assert drop_all_local_words(session) == LocalWords()
    assert desk_lens(session).packs.packs


def test_there_is_room_for_so_many_words_and_no_more(session: OpenVault, tmp_path: Path) -> None:
    file = tmp_path / "words.toml"
    entries = "".join(f'[[add]]\nphrase = "zorp{n}"\nlanguage = "en"\ncategory = "drugs"\n' for n in range(300))
    file.write_text("dated = 2026-11-21\n" + entries, encoding="utf-8")
    assert import_local_words(session, file).new == 300
    with pytest.raises(Mishap, match="local_words_full"):
        add_local_word(session, STEPS)
