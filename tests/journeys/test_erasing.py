"""Erase a report, its words, or everything: no word of it in any raw page or file, whatever moment it is cut short."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from intake.actions.cases.cases import list_cases, start_case
from intake.actions.erasing.before_erasing import before_erasing
from intake.actions.erasing.erase_case import erase_case
from intake.actions.erasing.erase_everything import count_reports, erase_everything
from intake.actions.erasing.erase_narrative import erase_narrative
from intake.actions.erasing.keep_parts import before_keeping_parts, keep_parts
from intake.actions.erasing.legal_hold import release_hold, set_hold
from intake.actions.erasing.what_cannot_be_reached import what_cannot_be_reached
from intake.actions.interview.keep_draft import keep_draft
from intake.actions.interview.record_answer import record_answer
from intake.actions.keys.recovery import make_recovery_words, way_back
from intake.actions.referral.save_summary import Saved, save_summary
from intake.actions.referral.sign_release import revoke_release
from intake.actions.screening.desk_lens import desk_lens
from intake.actions.screening.local_words import add_local_word
from intake.actions.session import OpenVault
from intake.actions.vault.lock_vault import lock_vault
from intake.actions.vault.office import Office, read_office, save_office
from intake.actions.vault.read_log import read_log
from intake.actions.vault.unlock_vault import unlock_vault
from intake.answers.model import Answer, AnswerStatus
from intake.clock import FixedClock
from intake.content import Content
from intake.errors import Defect, Mishap
from intake.screening.packs import LocalWord
from intake.vault.database import RECORDS_FILE
from intake.vault.key_file import read_key_file
from intake.vault.keys import unwrap_key
from intake.vault.vault_folder import create_vault_folder
from tests.journeys.conftest import MOMENT, PASSPHRASE, QUICK
from tests.journeys.people import LENA, MAI
from tests.journeys.taking_down import take_down
from tests.journeys.test_six_people import signed
from tests.rehearsed import rehearsed

ROOT = Path(__file__).parent.parent.parent
PAGE, RESERVED, SALT, VECTOR = 4096, 80, 16, 16
KILLS = 9
SEED = 20261121
LONG = "my sister must not hear of the quetzal "
DRAFT = "half a word about the heron"
MEMORY = "only in memory"
AT_THE_STEPS, CERTAIN = "We met at the zorp steps.", 0.9


@dataclass
class Desk:
    """An open vault on disk with two reports, one of them full of words."""

    session: OpenVault
    folder: Path
    out: Path
    case_id: str

    @property
    def label(self) -> str:
        return self.session.store.case(self.case_id).label

    def raw(self) -> bytes:
        """Lock; then every page in the clear, free ones too, and every other file as it lies there."""
        lock_vault(self.session)
        return raw_pages(self.folder) + other_files(self.folder)


def raw_pages(folder: Path) -> bytes:
    """Every page of the records in the clear, by SQLCipher 4's page layout (AES-256-CBC under the raw key)."""
    keys = read_key_file(folder)
    key = unwrap_key(keys.slots[0], bytearray(PASSPHRASE.encode()), keys.vault_id)
    assert key is not None
    content = (folder / RECORDS_FILE).read_bytes()
    opened = bytearray()
    for start in range(0, len(content), PAGE):
        page = content[start : start + PAGE]
        sealed = page[SALT if start == 0 else 0 : PAGE - RESERVED]
        vector = page[PAGE - RESERVED : PAGE - RESERVED + VECTOR]
        cipher = Cipher(algorithms.AES(bytes(key.material())), modes.CBC(vector)).decryptor()
        opened += cipher.update(sealed) + cipher.finalize()
    return bytes(opened)


def other_files(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.name != RECORDS_FILE)


def found(raw: bytes, *words: str) -> list[str]:
    return [word for word in words if word.encode() in raw or word.encode("utf-16-le") in raw]


@pytest.fixture(scope="module")
def taken_down(tmp_path_factory: pytest.TempPathFactory, content: Content) -> tuple[Path, str]:
    """A locked vault with the two reports, and the id of the one that is full of words."""
    folder, clock = tmp_path_factory.mktemp("erasing") / "vault", FixedClock(MOMENT)
    store = create_vault_folder(folder, bytearray(PASSPHRASE.encode()), clock, QUICK)
    session = OpenVault(rehearsed(store, PASSPHRASE, clock.today()), content, clock)
    save_office(session, Office("Harbor Program", "415 555 0134"))
    case_id = take_down(session, LENA)
    take_down(session, MAI)
    for question_id, said in (("wishes.not_wanted", LONG * 200), ("other_person.name", "Wren Abelard")):
        record_answer(session, case_id, question_id, AnswerStatus.GIVEN, said)
    keep_draft(session, case_id, "wishes.not_wanted", DRAFT)
    lock_vault(session)
    return folder, case_id


@pytest.fixture
def desk(taken_down: tuple[Path, str], content: Content, clock: FixedClock, tmp_path: Path) -> Iterator[Desk]:
    filled, case_id = taken_down
    folder, out = tmp_path / "vault", tmp_path / "out"
    shutil.copytree(filled, folder)
    out.mkdir()
    session = unlock_vault(folder, bytearray(PASSPHRASE.encode()), content, clock)
    session.memory_drafts[case_id] = {"private": MEMORY}
    session.unsigned_releases[(case_id, "shelter")] = "to be"
    yield Desk(session, folder, out, case_id)
    lock_vault(session)


def test_the_search_finds_the_words_before_they_are_erased(desk: Desk) -> None:
    case_id = desk.case_id
    assert found(desk.raw(), LONG, DRAFT, "Wren Abelard", case_id) == [
        LONG,
        DRAFT,
        "Wren Abelard",
        case_id,
    ]


def test_an_erased_report_is_in_no_page_no_file_and_no_memory(desk: Desk) -> None:
    label = desk.label
    erase_case(desk.session, desk.case_id, f" {label.lower()} ")
    assert desk.case_id not in {line.id for line in list_cases(desk.session)}
    assert desk.case_id not in desk.session.memory_drafts
    assert desk.case_id not in desk.session.memory
    assert not desk.session.unsigned_releases
    with pytest.raises(Defect):
        desk.session.store.case(desk.case_id)
    (stone,) = desk.session.store.tombstones()
    assert stone.what == "case"
    raw = desk.raw()
    assert found(raw, LONG, "quetzal", DRAFT, "Wren Abelard", desk.case_id, label) == []
    assert sorted(path.name for path in desk.folder.iterdir()) == ["changes.head", "key_slots.json", RECORDS_FILE]


def test_only_the_words_go_and_what_may_be_shared_stays(desk: Desk) -> None:
    before = desk.session.store.shareable_view(desk.case_id)
    erase_narrative(desk.session, desk.case_id, desk.label)
    assert desk.session.store.shareable_view(desk.case_id) == before
    answers = desk.session.store.case(desk.case_id).all_answers()
    assert "other_person.name" in answers
    assert "wishes.not_wanted" not in answers
    assert desk.session.store.drafts(desk.case_id) == {}
    assert desk.case_id not in desk.session.memory_drafts
    raw = desk.raw()
    assert found(raw, LONG, "quetzal", DRAFT) == []
    assert found(raw, "Wren Abelard") == ["Wren Abelard"]


def test_after_erasing_the_words_a_page_can_still_be_made(desk: Desk) -> None:
    erase_narrative(desk.session, desk.case_id, desk.label)
    done = save_summary(desk.session, desk.case_id, signed(desk.session, desk.case_id, LENA).id, desk.out)
    assert isinstance(done, Saved)


def test_the_parts_that_are_not_kept_are_in_no_page_and_no_memory(desk: Desk) -> None:
    session, case_id = desk.session, desk.case_id
    session.store.put_paper(case_id, "lines.shelter", ["Wren Abelard was there"])
    session.store.put_paper(case_id, "language", "es")
    session.memory_drafts[case_id] = {"private.trade": MEMORY}
    kept = {part.id for part in before_keeping_parts(session, case_id).parts} - {"other_person", "wishes", "private"}
    before = session.store.case(case_id).all_answers()
    keep_parts(session, case_id, kept)
    after = session.store.case(case_id).all_answers()
    gone = {name for name in before if name.partition(".")[0] in {"other_person", "wishes", "private"}}
    assert gone
    assert after == {name: answer for name, answer in before.items() if name not in gone}
    assert session.memory_drafts[case_id] == {}
    assert session.store.paper(case_id, "lines.shelter") is None
    assert session.store.paper(case_id, "language") == "es"
    assert {stone.what for stone in session.store.tombstones()} == {"parts"}
    assert found(desk.raw(), LONG, "quetzal", DRAFT, "Wren Abelard") == []


def test_everything_needs_the_right_count_and_leaves_the_log(desk: Desk) -> None:
    assert count_reports(desk.session) == 2
    for typed in ("", "1", "3", "two", "²", "9" * 5000):
        with pytest.raises(Mishap, match="wrong_count"):
            erase_everything(desk.session, typed)
    assert count_reports(desk.session) == 2
    erase_everything(desk.session, " 2 ", with_settings=True)
    assert list_cases(desk.session) == ()
    assert read_office(desk.session) == Office()
    assert [line.action for line in read_log(desk.session).lines] == ["erased", "opened"]
    assert read_log(desk.session).is_whole
    assert found(desk.raw(), LONG, "quetzal", DRAFT, "Wren Abelard", desk.case_id, "Harbor") == []


def test_another_name_erases_nothing(desk: Desk) -> None:
    for erase in (erase_case, erase_narrative):
        with pytest.raises(Mishap, match="wrong_label"):
            erase(desk.session, desk.case_id, "Z-0")
    assert found(desk.raw(), LONG, DRAFT) == [LONG, DRAFT]


def test_a_hold_stops_it_is_shown_and_can_end(desk: Desk) -> None:
    set_hold(desk.session, desk.case_id)
    assert before_erasing(desk.session, desk.case_id).held_since == desk.session.clock.today()
    erasings: tuple[Callable[[], object], ...] = (
        lambda: erase_case(desk.session, desk.case_id, desk.label),
        lambda: erase_narrative(desk.session, desk.case_id, desk.label),
        lambda: keep_parts(desk.session, desk.case_id, ()),
        lambda: erase_everything(desk.session, "2"),
    )
    for erase in erasings:
        with pytest.raises(Mishap, match="legal_hold"):
            erase()
    assert desk.session.memory_drafts[desk.case_id] == {"private": MEMORY}
    assert count_reports(desk.session) == 2
    release_hold(desk.session, desk.case_id)
    before = before_erasing(desk.session, desk.case_id)
    assert (before.held_since, before.hold_ended) == (None, desk.session.clock.today())
    erase_case(desk.session, desk.case_id, desk.label)
    assert count_reports(desk.session) == 1


def test_the_pages_that_left_are_listed_and_nobody_else_s(desk: Desk) -> None:
    release = signed(desk.session, desk.case_id, LENA)
    save_summary(desk.session, desk.case_id, release.id, desk.out)
    save_summary(desk.session, desk.case_id, release.id, desk.out)
    left = erase_case(desk.session, desk.case_id, desk.label)
    (pages,) = left.pages
    assert (pages.count, pages.days) == (2, (desk.session.clock.today(),))
    assert pages.recipient_name == release.recipient_name
    assert len(list(desk.out.iterdir())) == 2  # what was handed over is not ours to delete
    other = start_case(desk.session)
    assert what_cannot_be_reached(desk.session, other.id).pages == ()


def test_the_log_tells_the_same_of_a_page_with_lines_taken_off(desk: Desk) -> None:
    (mai,) = (line.id for line in list_cases(desk.session) if line.id != desk.case_id)
    for case_id, person in ((desk.case_id, LENA), (mai, MAI)):
        release = signed(desk.session, case_id, person)
        save_summary(desk.session, case_id, release.id, desk.out)
        revoke_release(desk.session, case_id, release.id, "spoken")
        revoke_release(desk.session, case_id, release.id, "spoken")
    rows = desk.session.store._database.rows("SELECT action, staff_code, on_day, token FROM audit_entries ORDER BY seq")
    one, other = rows[1:4], rows[4:]
    assert [row[:3] for row in one] == [row[:3] for row in other]
    assert [row[0] for row in one] == ["release_signed", "exported", "release_revoked"]
    assert len({row[3] for row in one}) == len({row[3] for row in other}) == 1
    assert read_log(desk.session).is_whole


ERASING = """
import sys
from datetime import date
from pathlib import Path
from intake.vault.vault_folder import open_vault_folder

store = open_vault_folder(Path(sys.argv[1]), bytearray(sys.argv[2].encode()))
case_id, what, day = sys.argv[3], sys.argv[4], date(2026, 11, 21)
sys.stdout.write("ready\\n")
sys.stdout.flush()
if what == "case":
    store.erase_case(case_id, day)
elif what == "narrative":
    store.erase_narrative(case_id, frozenset(), day)
else:
    store.erase_everything(2, day)
sys.stdout.write("done\\n")
sys.stdout.flush()
store.close()
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a kill that cannot be caught")
def test_killed_at_any_moment_it_is_all_there_or_all_gone(desk: Desk, tmp_path: Path) -> None:
    chance = random.Random(SEED)  # noqa: S311 - a moment to kill at, no secret
    answers = desk.session.store.case(desk.case_id).all_answers()
    lock_vault(desk.session)
    seen = set()
    for number in range(KILLS):
        what = ("case", "narrative", "everything")[number % 3]
        folder = tmp_path / f"round-{number}"
        shutil.copytree(desk.folder, folder)
        with subprocess.Popen(
            [sys.executable, "-c", ERASING, str(folder), PASSPHRASE, desk.case_id, what],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            text=True,
        ) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == "ready\n"
            time.sleep(chance.uniform(0, 0.03))
            child.kill()
            is_done = child.stdout.read() == "done\n"
        is_old = _is_whole(desk, folder, answers)
        assert not (is_done and is_old)
        words = found(raw_pages(folder) + other_files(folder), "quetzal", DRAFT)
        assert words == (["quetzal", DRAFT] if is_old else []), what
        seen.add((is_old, is_done))
    assert len(seen) > 1  # the kills fell on both sides


def _is_whole(desk: Desk, folder: Path, answers: Mapping[str, Answer]) -> bool:
    """Open what the kill left: everything as before, or erased; never between the two. Then close it."""
    session = unlock_vault(folder, bytearray(PASSPHRASE.encode()), desk.session.content, desk.session.clock)
    try:
        session.store.check_whole()
        assert session.store.verify_log().is_whole
        stones = session.store.tombstones()
        is_old = not stones
        assert [line.action for line in session.store.log_entries()].count("erased") == len(stones)
        there = {line.id for line in list_cases(session)}
        if is_old or stones[0].what == "narrative":
            assert len(there) == 2
            now = session.store.case(desk.case_id).all_answers()
            assert (now == answers) is is_old
            assert bool(session.store.drafts(desk.case_id)) is is_old
        else:
            assert len(there) == (1 if stones[0].what == "case" else 0)
            assert desk.case_id not in there
        return is_old
    finally:
        lock_vault(session)


def test_the_way_back_in_is_there_when_everything_was_erased_with_the_settings(desk: Desk) -> None:
    before = way_back(desk.session)
    erase_everything(desk.session, "2", with_settings=True)
    assert way_back(desk.session) == before
    start_case(desk.session)
    make_recovery_words(desk.session, bytearray(PASSPHRASE.encode()), as_shares=False)
    after = way_back(desk.session)
    assert after is not None
    assert after.older_open  # the words that were tried are good until the new ones have been tried


def test_the_words_of_the_office_are_looked_for_no_more_once_the_settings_are_erased(desk: Desk) -> None:
    add_local_word(desk.session, LocalWord("the zorp steps", "en", "sex-work"))
    assert [span.category for span in desk_lens(desk.session).screen(AT_THE_STEPS).spans] == ["sex-work"]
    erase_everything(desk.session, "2", with_settings=True)
    assert not [span for span in desk_lens(desk.session).screen(AT_THE_STEPS).spans if span.confidence >= CERTAIN]


def test_a_list_of_ticks_stays_when_the_words_go(desk: Desk) -> None:
    things = '[{"what": "messages", "where": "with_me"}]'
    record_answer(desk.session, desk.case_id, "evidence.things", AnswerStatus.GIVEN, things)
    before = desk.session.store.case(desk.case_id).all_answers()["evidence.things"]
    assert before.status is AnswerStatus.GIVEN
    erase_narrative(desk.session, desk.case_id, desk.label)
    assert desk.session.store.case(desk.case_id).all_answers()["evidence.things"] == before
