"""Whatever is done with the program itself, the vault stays fresh: any verbs, re-keying, erasing, migrating, restoring."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.answers.model import Answer, AnswerStatus, Text
from intake.cases.model import CasePart
from intake.clock import FixedClock
from intake.releases.model import Release
from intake.vault.audit.entry import Action
from intake.vault.backup.restore import restore
from intake.vault.backup.salvage import salvage
from intake.vault.freshness.links import Links
from intake.vault.freshness.scopes import CASE_TABLES, CHAIN_TABLES, OFFICE_TABLES, all_scopes, digest_of
from intake.vault.freshness.tree import Tree
from intake.vault.key_file import read_key_file
from intake.vault.keys import SlotOwner, StaffRole
from intake.vault.memory_vault import create_memory_vault
from intake.vault.slots.staff_keys import add_staff, remove_staff
from intake.vault.store import VaultStore
from intake.vault.vault_folder import create_vault_folder, open_vault_folder
from tests.migrations.make_frozen_vault import OPENING_WORDS as FROZEN_WORDS
from tests.migrations.make_frozen_vault import VAULTS
from tests.unit.vault.conftest import MOMENT, OPENING_WORDS, TINY

from .conftest import changed, kept, kinds, put_back

Opened = Callable[[], VaultStore]
PutText = Callable[..., None]
DAY = date(2026, 5, 9)
# the log has a chain of its own, whose ends are an office table; the rest is what the chain itself is made of
WITHOUT_TRIGGERS = {"audit_entries", "this_device", "touched", "case_stamps", "office_stamps", "tree_leaves",
                    "tree_nodes", "links", "chain_start", "former_keys"}  # fmt: skip


def test_no_table_can_be_forgotten() -> None:
    with create_memory_vault() as store:
        rows = store._database.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
        tables = {str(row[0]) for row in rows}
        for table in tables - WITHOUT_TRIGGERS:
            events = store._database.rows(
                "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ? AND name LIKE 'note_%'", (table,)
            )
            text = " ".join(str(row[0]) for row in events)
            assert all(f"AFTER {event} ON {table}" in text for event in ("INSERT", "UPDATE", "DELETE")), table
    assert tables - WITHOUT_TRIGGERS == ({*CASE_TABLES, *OFFICE_TABLES} - {"case_stamps"})
    assert tables >= CHAIN_TABLES


Step = tuple[str, int, str]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["new", "answer", "take_back", "draft", "place", "last", "release", "setting", "hold",
                         "narrative", "erase", "log", "everything", "go_on", "fail"]),
        st.integers(0, 3),
        st.text(max_size=8),
    ),
    max_size=25,
)  # fmt: skip


def fail(store: VaultStore, case_id: str) -> None:
    def change_and_fail() -> None:
        with store.together():
            store.put_place(case_id, "gone again")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        change_and_fail()


def release(store: VaultStore, case_id: str, number: int) -> None:
    store.put_release(Release(release_id=f"r{number}", case_id=case_id, recipient="shelter"))
    store.put_export(case_id, f"r{number}", "ab", DAY)


def hold(store: VaultStore, case_id: str) -> None:
    store.put_hold(case_id, DAY)
    store.release_hold(case_id, DAY)


def do(store: VaultStore, step: Step, put_text: PutText) -> None:
    verb, number, text = step
    cases = [line.id for line in store.cases()]
    case_id = cases[number % len(cases)] if cases else store.new_case(DAY).id
    words = text.replace("\0", "") or "x"
    verbs: dict[str, Callable[[], object]] = {
        "new": lambda: store.new_case(DAY),
        "answer": lambda: put_text(store, case_id, f"q.{number}", words, list(CasePart)[number % 3]),
        "take_back": lambda: store.remove_answer(case_id, f"q.{number}"),
        "draft": lambda: store.put_draft(case_id, f"q.{number}", text),
        "place": lambda: store.put_place(case_id, f"q.{number}"),
        "last": lambda: store.set_last_case(case_id if number else None),
        "release": lambda: release(store, case_id, number),
        "setting": lambda: store.put_setting(f"s{number}", "v"),
        "hold": lambda: hold(store, case_id),
        "narrative": lambda: store.erase_narrative(case_id, frozenset(), DAY),
        "erase": lambda: store.erase_case(case_id, DAY),
        "everything": lambda: store.erase_everything(len(store.cases()), DAY),
        "go_on": lambda: store.go_on(DAY),
        "fail": lambda: fail(store, case_id),
        "log": lambda: store.write_log(Action.OPENED, DAY),
    }
    verbs[verb]()


@settings(max_examples=40, deadline=None)
@given(steps=STEPS)
def test_any_sequence_of_verbs_stays_fresh_and_equals_a_tree_built_at_once(steps: list[Step]) -> None:
    def put_text(store: VaultStore, case_id: str, question_id: str, text: str, part: CasePart) -> None:
        store.put_answer(case_id, question_id, part, Answer(AnswerStatus.GIVEN, Text(text)), "en", "f", MOMENT)

    with create_memory_vault() as store:
        last = Links(store._database).tip()
        for step in steps:
            do(store, step, put_text)
            tip = Links(store._database).tip()
            assert tip.seq >= last.seq
            assert tip.seq == last.seq or tip.time > last.time or not tip.time
            last = tip
        assert store.check_freshness() == ()
        database = store._database
        leaves = {scope: digest for scope in all_scopes(database) if (digest := digest_of(database, scope))}
        assert Tree(database).leaves() == leaves


def test_re_keying_goes_on_without_an_alarm_here_and_elsewhere(
    made: Path, opened: Opened, put_text: PutText, witnesses: Path
) -> None:
    words, theirs = bytearray(OPENING_WORDS), bytearray(b"eleven slow boats on a lake")
    with opened() as store:
        add_staff(store, words, SlotOwner(StaffRole.ADVOCATE, "B7"), theirs, TINY)
    elsewhere = open_vault_folder(made, words)  # a computer that remembers nothing removes B7
    after = remove_staff(elsewhere, words, "B7")
    with after:
        changed(after, put_text)
        assert after.check_freshness() == ()
    with opened() as store:
        assert store.doubts() == ()
        assert store.check_freshness() == ()


def test_a_folder_from_before_the_new_key_is_noticed(made: Path, opened: Opened) -> None:
    words, theirs = bytearray(OPENING_WORDS), bytearray(b"eleven slow boats on a lake")
    with opened() as store:
        add_staff(store, words, SlotOwner(StaffRole.ADVOCATE, "B7"), theirs, TINY)
    aside = kept(made)
    with opened() as store, remove_staff(store, words, "B7"):
        pass
    with opened() as store:
        assert store.doubts() == ()
    put_back(aside, made)
    with opened() as store:
        assert {str(kind) for kind in kinds(store)} == {"before_new_key"}


def test_a_restored_copy_is_no_alarm_and_the_log_says_so(
    made: Path, opened: Opened, put_text: PutText, tmp_path: Path
) -> None:
    words, stick = bytearray(OPENING_WORDS), tmp_path / "stick"
    stick.mkdir()
    with opened() as store:
        copy = stick / store.make_copy(stick, DAY).id
        changed(store, put_text, 5)
    restore(copy, made, words, DAY)
    for _ in range(2):
        with opened() as store:
            assert store.doubts() == ()
            assert store.check_freshness() == ()
            assert [line.action for line in store.log_entries()] == ["restored"]


def test_a_copy_says_how_it_stands_to_the_vault(made: Path, opened: Opened, put_text: PutText, tmp_path: Path) -> None:
    words, stick = bytearray(OPENING_WORDS), tmp_path / "stick"
    stick.mkdir()
    older = kept(made)
    with opened() as store:
        changed(store, put_text)
        copy = stick / store.make_copy(stick, DAY).id
        assert str(store.check_copy(copy, DAY, bytearray(words))[2]) == "older"
    put_back(older, made)
    with opened() as store:
        assert str(store.check_copy(copy, DAY, bytearray(words))[2]) == "newer"
        put_text(store, store.cases()[0].id, "a.one", "another way")
        assert str(store.check_copy(copy, DAY, bytearray(words))[2]) == "newer"
        store._database.rows("DELETE FROM doubts")
        assert str(store.check_copy(copy, DAY, bytearray(words))[2]) == "forked"
        store.go_on(DAY)
        assert str(store.check_copy(copy, DAY, bytearray(words))[2]) == "other_line"


@pytest.mark.parametrize("name", sorted(path.name for path in VAULTS.iterdir() if path.is_dir()))
def test_a_vault_of_every_released_version_begins_its_chain(name: str, tmp_path: Path, witnesses: Path) -> None:
    folder = tmp_path / "old"
    folder.mkdir(mode=0o700)
    for path in (VAULTS / name).iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    for _ in range(2):
        with open_vault_folder(folder, bytearray(FROZEN_WORDS), witnesses=witnesses) as store:
            assert store.doubts() == ()
            store.put_setting("language", "en")
            assert store.check_freshness() == ()
    keys = read_key_file(folder)
    assert keys.must_have_head == bool(keys.seal)


def test_a_salvaged_vault_is_fresh(made: Path, tmp_path: Path) -> None:
    salvage(made, tmp_path / "saved", bytearray(OPENING_WORDS), FixedClock(MOMENT), TINY)
    with open_vault_folder(tmp_path / "saved", bytearray(OPENING_WORDS)) as store:
        assert store.doubts() == ()
        assert store.check_freshness() == ()
        assert len(store.cases()) == 2


def test_links_are_pruned_and_stay_whole(made: Path, opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("intake.vault.freshness.links.KEPT_LINKS", 20)
    monkeypatch.setattr("intake.vault.freshness.links._PRUNE_AT_ONCE", 5)
    with opened() as store:
        for number in range(60):
            store.put_setting("n", str(number))
        assert len(store._database.rows("SELECT 1 FROM links")) <= 25
        assert store.check_freshness() == ()
    with opened() as store:
        assert store.doubts() == ()


def test_the_device_is_random_for_each_vault_and_computer_and_stays(made: Path, opened: Opened, tmp_path: Path) -> None:
    def device(store: VaultStore) -> str:
        return str(store._database.rows("SELECT device FROM this_device")[0][0])

    with opened() as store:
        first = device(store)
    with open_vault_folder(made, bytearray(OPENING_WORDS), witnesses=tmp_path / "other") as store:
        second = device(store)
    with opened() as store:
        assert device(store) == first
    assert first != second
    assert len(first) == 16
    with create_vault_folder(tmp_path / "two", bytearray(OPENING_WORDS), FixedClock(MOMENT), TINY) as store:
        assert device(store) not in {first, second}


def test_the_logical_time_goes_on_after_everything_seen(made: Path, opened: Opened, put_text: PutText) -> None:
    aside = kept(made)
    with opened() as store:
        changed(store, put_text, 9)
        seen = Links(store._database).tip().time
    put_back(aside, made)
    with opened() as store:
        changed(store, put_text, 1)
        assert Links(store._database).tip().time > seen


def test_what_is_kept_outside_names_nothing(made: Path, witnesses: Path) -> None:
    (witness,) = witnesses.iterdir()
    for path in (witness, made / "changes.head"):
        text = path.read_text()
        assert made.name not in text
        assert read_key_file(made).vault_id not in text + witness.name
        assert path.stat().st_mode & 0o077 == 0
