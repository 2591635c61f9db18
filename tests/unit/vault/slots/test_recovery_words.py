"""Recovery words: made, tried, used; every mistake on paper has its own sentence; nothing changes before proof."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from intake.clock import FixedClock
from intake.errors import Mishap
from intake.vault import key_file
from intake.vault.key_file import KEY_FILE, read_key_file
from intake.vault.keys import KeySlot, SlotOwner, StaffRole
from intake.vault.slots import recovery
from intake.vault.slots.recovery import make_sheet, recover, recovery_state, rehearse
from intake.vault.slots.sheet_words import ONE_PAPER, TWO_OF_THREE, make_papers, read_papers
from intake.vault.slots.staff_keys import add_staff, remove_staff
from intake.vault.store import VaultStore
from intake.vault.vault_folder import create_vault_folder, open_vault_folder
from tests.unit.vault.conftest import MOMENT, OPENING_WORDS, TINY

TODAY = MOMENT.date()
NEWER, THEIRS = b"eleven amber lanterns under a bridge", b"nine copper kettles along the shore"


def mine() -> bytearray:
    return bytearray(OPENING_WORDS)


def made(store: VaultStore, form: tuple[int, int] = ONE_PAPER) -> list[str]:
    return [" ".join(words) for words in make_sheet(store, mine(), form, TODAY)]


def mishap_of(store: VaultStore, typed: list[str]) -> Mishap:
    before = (store.folder / KEY_FILE).read_bytes()
    with pytest.raises(Mishap) as caught:
        rehearse(store, typed, TODAY)
    assert (store.folder / KEY_FILE).read_bytes() == before
    assert recovery_state(store).rehearsed_on is None
    assert caught.value.what_is_safe == "Nothing has changed. All that was saved before is still there."
    return caught.value


@pytest.mark.parametrize(("form", "chosen"), [(ONE_PAPER, (0,)), (TWO_OF_THREE, (0, 1)), (TWO_OF_THREE, (2, 1))])
def test_words_come_back_as_the_secret(form: tuple[int, int], chosen: tuple[int, ...]) -> None:
    for place in range(20):
        secret = bytearray(range(place, place + 16))
        papers = make_papers(secret, form)
        assert [len(words) for words in papers.papers] == [20] * form[1]
        typed = [" ".join(papers.papers[which]) for which in chosen]
        assert read_papers(typed) == (papers.number, secret)


def test_words_may_be_typed_as_people_type(store: VaultStore) -> None:
    (paper,) = made(store)
    numbered = "\n".join(f"{place}. {word.upper()}" for place, word in enumerate(paper.split(), 1))
    short = " ".join(word[:4] for word in paper.split())
    for typed in (numbered, short, f"  {paper},\n"):
        rehearse(store, [typed, ""], TODAY)
    assert recovery_state(store).rehearsed_on == TODAY


def test_a_vault_is_opened_with_words_and_has_a_new_passphrase(store: VaultStore) -> None:
    papers = made(store, TWO_OF_THREE)
    store.close()
    with recover(store.folder, papers[1:], "LEAD", bytearray(NEWER), TINY, TODAY) as opened:
        assert len(opened.cases()) == 1
        assert opened.opened_by == SlotOwner(StaffRole.SUPERVISOR, "LEAD", "2026-05-04")
    open_vault_folder(store.folder, bytearray(NEWER)).close()
    with pytest.raises(Mishap, match="wrong_passphrase"):
        open_vault_folder(store.folder, mine())
    with recover(store.folder, papers[:2], "Q4", mine(), TINY, TODAY) as again:  # the words stay good; a new code
        assert again.opened_by.role is StaffRole.SUPERVISOR
    assert len(read_key_file(store.folder).slots) == 2


def test_an_advocate_who_recovers_stays_an_advocate(store: VaultStore) -> None:
    (paper,) = made(store)
    add_staff(store, mine(), SlotOwner(StaffRole.ADVOCATE, "B7"), bytearray(THEIRS), TINY)
    store.close()
    with recover(store.folder, [paper], "b7", bytearray(NEWER), TINY, TODAY) as opened:
        assert opened.opened_by.role is StaffRole.ADVOCATE
    with pytest.raises(Mishap, match="passphrase_taken"):
        recover(store.folder, [paper], "B7", mine(), TINY, TODAY)


def test_words_stay_good_after_a_passphrase_change_and_a_re_keying(store: VaultStore) -> None:
    (paper,) = made(store)
    add_staff(store, mine(), SlotOwner(StaffRole.ADVOCATE, "B7"), bytearray(THEIRS), TINY)
    after = remove_staff(store, mine(), "B7")
    rehearse(after, [paper], TODAY)
    after.close()
    recover(store.folder, [paper], "LEAD", bytearray(NEWER), TINY, TODAY).close()
    open_vault_folder(store.folder, bytearray(NEWER)).close()


def test_when_the_new_passphrase_cannot_be_proven_the_old_way_in_stays(
    store: VaultStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    (paper,) = made(store)
    store.close()
    before = (store.folder / KEY_FILE).read_bytes()

    def other(*given: object) -> object:
        return KeySlot("x", TINY, bytes(16), bytes(12), bytes(48))

    monkeypatch.setattr(recovery, "wrap_key", other)
    with pytest.raises(Mishap, match="key_not_proven"):
        recover(store.folder, [paper], "LEAD", bytearray(NEWER), TINY, TODAY)
    assert (store.folder / KEY_FILE).read_bytes() == before
    open_vault_folder(store.folder, mine()).close()


def test_newer_words_retire_the_older_ones_only_once_they_were_tried(store: VaultStore) -> None:
    (first,) = made(store)
    rehearse(store, [first], TODAY)
    (second,) = made(store)
    assert recovery_state(store).rehearsed_on is None
    rehearse(store, [first], TODAY)
    (third,) = made(store)  # the second was never tried: it is gone
    rehearse(store, [first], TODAY)
    rehearse(store, [third], TODAY)
    for old in (first, second):
        with pytest.raises(Mishap, match="recovery_other_vault"):
            rehearse(store, [old], TODAY)
    assert len(read_key_file(store.folder).recovery) == 1
    assert recovery_state(store).rehearsed_on == TODAY


def test_a_vault_without_words_says_so(store: VaultStore) -> None:
    assert mishap_of(store, ["academic"]).what_happened == "No recovery words were ever made for this vault."


def test_a_word_that_is_none_is_named_by_its_place_and_not_repeated(store: VaultStore) -> None:
    papers = made(store, TWO_OF_THREE)
    words = papers[1].split()
    words[6] = "secretive"
    mishap = mishap_of(store, [papers[0], " ".join(words)])
    assert mishap.code == "recovery_word_unknown"
    assert mishap.what_happened == "Word 7 of paper 2 is not a recovery word."
    assert "secretive" not in f"{mishap!r} {mishap.__cause__!r} {mishap.__context__!r}"


def test_too_few_and_too_many_words_are_counted(store: VaultStore) -> None:
    (paper,) = made(store)
    for typed, count in ((paper.rsplit(" ", 1)[0], 19), (f"{paper} academic", 21), ("", 0)):
        mishap = mishap_of(store, [typed])
        assert mishap.code == "recovery_words_missing"
        assert mishap.what_happened == f"Paper 1 has 20 words. You typed {count}."


def test_a_mistyped_word_or_two_changed_places_are_told(store: VaultStore) -> None:
    (paper,) = made(store)
    words = paper.split()
    wrong = "academic" if words[9] != "academic" else "acid"
    swapped = [*words[:9], words[10], words[9], *words[11:]] if words[9] != words[10] else [wrong, *words[1:]]
    for typed in (" ".join([*words[:9], wrong, *words[10:]]), " ".join(swapped)):
        mishap = mishap_of(store, [typed])
        assert mishap.code == "recovery_mistyped"
        assert mishap.what_happened == "One word of paper 1 is not the right one, or two words changed places."


def test_one_share_twice_and_too_few_shares(store: VaultStore) -> None:
    papers = made(store, TWO_OF_THREE)
    twice = mishap_of(store, [papers[0], papers[0]])
    assert (twice.code, twice.what_happened) == ("recovery_share_twice", "You typed the same paper twice.")
    few = mishap_of(store, [papers[0], ""])
    assert (few.code, few.what_happened) == ("recovery_too_few", "One more paper is needed.")


def test_more_shares_than_needed_open_as_well(store: VaultStore) -> None:
    rehearse(store, made(store, TWO_OF_THREE), TODAY)


def test_papers_of_another_vault_and_papers_that_do_not_belong_together(store: VaultStore, tmp_path: Path) -> None:
    papers = made(store, TWO_OF_THREE)
    with create_vault_folder(tmp_path / "other", mine(), FixedClock(MOMENT), TINY) as other:
        strange, alone = made(other, TWO_OF_THREE), made(other)
    for typed in (strange[:2], strange[:1], alone):
        assert mishap_of(store, typed).code == "recovery_other_vault"
    mixed = mishap_of(store, [papers[0], strange[1]])
    assert (mixed.code, mixed.what_happened) == (
        "recovery_not_together",
        "These papers do not belong together.",
    )


def test_words_of_the_same_number_but_another_secret_open_nothing(
    store: VaultStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(store)
    number = read_key_file(store.folder).recovery[0].figures.number
    monkeypatch.setattr("intake.vault.slots.sheet_words.secrets.randbits", lambda _: number)
    forged = make_papers(bytearray(16), ONE_PAPER)
    assert mishap_of(store, [" ".join(forged.papers[0])]).code == "recovery_other_vault"


@pytest.mark.parametrize("typed", ["x" * 100_000, "\0\ud800 \u202e", "1 2 3", "академия " * 20, "academic " * 20])
def test_nonsense_is_a_mishap(store: VaultStore, typed: str) -> None:
    made(store)
    assert mishap_of(store, [typed]).code.startswith("recovery_")


def test_a_changed_header_is_told_to_recovery_words_too(store: VaultStore) -> None:
    (paper,) = made(store)
    store.close()
    whole = (store.folder / KEY_FILE).read_text()
    content = json.loads(whole)
    del content["sha256"]
    content["later"] = 1
    (store.folder / KEY_FILE).write_bytes(key_file._rendered({**content, "sha256": key_file._checksum(content)}))
    with pytest.raises(Mishap, match="header_changed"):
        recover(store.folder, [paper], "LEAD", bytearray(NEWER), TINY, TODAY)


def test_no_recovery_word_or_secret_stands_in_any_file_or_repr(store: VaultStore) -> None:
    papers = made(store, TWO_OF_THREE)
    _, secret = read_papers(papers[:2])
    files = b"".join(path.read_bytes() for path in store.folder.iterdir())
    shown = f"{read_key_file(store.folder)!r} {make_papers(secret, ONE_PAPER)!r} {recovery_state(store)!r}"
    assert bytes(secret) not in files
    assert secret.hex().encode() not in files
    for paper in papers:
        assert paper[:40].encode() not in files
        assert " ".join(paper.split()[4:7]) not in shown
