"""My passphrase, the people of a vault, and a re-keying that a leaver cannot follow."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from intake.errors import Defect, Mishap
from intake.vault.audit.entry import Action
from intake.vault.database import RECORDS_FILE, Database
from intake.vault.freshness.head_file import HEAD_FILE
from intake.vault.key_file import KEY_FILE, read_key_file, write_key_file
from intake.vault.keys import DEFAULT_COST, DataKey, KdfCost, SlotOwner, StaffRole, wrap_key
from intake.vault.memory_vault import create_memory_vault
from intake.vault.slots import rekey, staff_keys, unlocking
from intake.vault.slots.calibrate import calibrate_cost
from intake.vault.slots.staff_keys import add_staff, change_passphrase, read_staff_code, remove_staff, staff_lines
from intake.vault.slots.unlocking import dearer, unlock
from intake.vault.store import VaultStore
from intake.vault.vault_folder import open_vault_folder
from tests.unit.vault.conftest import MOMENT, OPENING_WORDS, TINY

THEIRS, NEWER = b"nine copper kettles along the shore", b"eleven amber lanterns under a bridge"
ADVOCATE = SlotOwner(StaffRole.ADVOCATE, "B7", "2026-05-04")


def mine() -> bytearray:
    return bytearray(OPENING_WORDS)


def opens(folder: Path, words: bytes) -> str:
    try:
        with open_vault_folder(folder, bytearray(words)) as store:
            return f"{store.opened_by.code} {len(store.cases())}"
    except Mishap as mishap:
        return mishap.code


def test_a_new_passphrase_takes_the_place_of_the_old_one(store: VaultStore) -> None:
    before = (store.folder / RECORDS_FILE).read_bytes()
    store.empty_journal()
    change_passphrase(store, mine(), bytearray(NEWER), TINY)
    store.close()
    assert opens(store.folder, NEWER) == "LEAD 1"
    assert opens(store.folder, OPENING_WORDS) == "wrong_passphrase"
    assert before[:16] == (store.folder / RECORDS_FILE).read_bytes()[:16]  # the salt: records were not written again


def test_a_wrong_old_passphrase_changes_nothing(store: VaultStore) -> None:
    before = (store.folder / KEY_FILE).read_bytes()
    with pytest.raises(Mishap, match="wrong_passphrase"):
        change_passphrase(store, bytearray(THEIRS), bytearray(NEWER), TINY)
    assert (store.folder / KEY_FILE).read_bytes() == before


@pytest.mark.parametrize("what", ["another key", "no slot", "nothing readable"])
def test_a_key_file_that_does_not_prove_itself_never_takes_the_place(
    store: VaultStore, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    before = (store.folder / KEY_FILE).read_bytes()
    other = wrap_key(DataKey.fresh(), bytearray(NEWER), TINY, "x")
    made = {"another key": wrap_key, "no slot": lambda *_: other, "nothing readable": lambda *_: replace(other, id="?")}
    if what == "another key":
        monkeypatch.setattr(
            staff_keys,
            "wrap_key",
            lambda _key, words, cost, vault, owner: wrap_key(DataKey.fresh(), words, cost, vault, owner),
        )
    else:
        monkeypatch.setattr(staff_keys, "wrap_key", made[what])
    with pytest.raises(Mishap) as caught:
        change_passphrase(store, mine(), bytearray(NEWER), TINY)
    assert caught.value.code == "key_not_proven"
    assert caught.value.what_is_safe == "The old key file is still in its place and opens as before."
    assert (store.folder / KEY_FILE).read_bytes() == before
    assert not list(store.folder.glob(f".{KEY_FILE}.*"))


def test_an_advocate_has_a_way_in_of_their_own(store: VaultStore) -> None:
    add_staff(store, mine(), ADVOCATE, bytearray(THEIRS), TINY)
    assert [(line.code, line.role.value, line.is_me) for line in staff_lines(store)] == [
        ("B7", "advocate", False),
        ("LEAD", "supervisor", True),
    ]
    store.close()
    with open_vault_folder(store.folder, bytearray(THEIRS)) as theirs:
        assert theirs.opened_by == ADVOCATE
        with pytest.raises(Mishap, match="wrong_passphrase"):  # mine is not theirs
            change_passphrase(theirs, mine(), bytearray(NEWER), TINY)
        change_passphrase(theirs, bytearray(THEIRS), bytearray(NEWER), TINY)
    assert opens(store.folder, NEWER) == "B7 1"
    assert opens(store.folder, OPENING_WORDS) == "LEAD 1"


def test_two_people_never_share_a_code_or_a_passphrase(store: VaultStore) -> None:
    add_staff(store, mine(), ADVOCATE, bytearray(THEIRS), TINY)
    for owner, words, code in (
        (ADVOCATE, NEWER, "staff_code_taken"),
        (replace(ADVOCATE, code="C9"), THEIRS, "passphrase_taken"),
        (replace(ADVOCATE, code="C9"), OPENING_WORDS, "passphrase_taken"),
    ):
        with pytest.raises(Mishap, match=code):
            add_staff(store, mine(), owner, bytearray(words), TINY)
    with pytest.raises(Mishap, match="passphrase_taken"):
        change_passphrase(store, mine(), bytearray(THEIRS), TINY)


def test_there_is_an_end_to_how_many_people_fit(store: VaultStore) -> None:
    heavy = KdfCost(4 * 1024 * 1024, 4, 4)
    slots = tuple(replace(read_key_file(store.folder).slots[0], cost=heavy) for _ in range(2))
    assert replace(read_key_file(store.folder), slots=slots).has_room
    assert not replace(read_key_file(store.folder), slots=(*slots, slots[0])).has_room


def test_a_leaver_is_shut_out_and_the_others_keep_their_passphrases(store: VaultStore) -> None:
    add_staff(store, mine(), ADVOCATE, bytearray(THEIRS), TINY)
    add_staff(store, mine(), replace(ADVOCATE, code="C9"), bytearray(NEWER), TINY)
    old_keys, old_records = read_key_file(store.folder), (store.folder / RECORDS_FILE).read_bytes()
    old_key_file = (store.folder / KEY_FILE).read_bytes()
    _, old_key = unlock(old_keys, bytearray(THEIRS))
    after = remove_staff(store, mine(), "B7")
    assert len(after.cases()) == 1
    after.new_case(MOMENT.date())
    after.close()
    assert opens(store.folder, THEIRS) == "wrong_passphrase"
    assert opens(store.folder, NEWER) == "C9 2"
    assert opens(store.folder, OPENING_WORDS) == "LEAD 2"
    assert {path.name for path in store.folder.iterdir()} == {HEAD_FILE, KEY_FILE, RECORDS_FILE}
    with pytest.raises(Mishap, match="vault_damaged"):  # the key the leaver may have kept
        Database.open(store.folder / RECORDS_FILE, old_key)
    (store.folder / KEY_FILE).write_bytes(old_key_file)  # nor does their old key file
    assert opens(store.folder, THEIRS) == "vault_damaged"
    (store.folder / RECORDS_FILE).write_bytes(old_records)  # a copy made earlier is out of reach, and we say so
    assert opens(store.folder, THEIRS) != "wrong_passphrase"


def test_who_cannot_be_removed(store: VaultStore) -> None:
    for code, mishap in (("LEAD", "cannot_remove_yourself"), ("Z1", "no_such_staff")):
        with pytest.raises(Mishap, match=mishap):
            remove_staff(store, mine(), code)
    assert len(store.cases()) == 1


def test_an_older_slot_of_somebody_else_stops_a_removal_in_words(store: VaultStore) -> None:
    add_staff(store, mine(), ADVOCATE, bytearray(THEIRS), TINY)
    keys = read_key_file(store.folder)
    older = replace(keys.slots[0], id="old", public_key=b"", sealed_key=b"", owner=SlotOwner(code="LEAD"))
    with pytest.raises(Mishap, match="staff_must_open_first"), DataKey.fresh() as key:
        staff_keys._with_new_key(older, keys, key, keys.slots[1], mine())


@pytest.mark.parametrize("step", ["copy_under_new_key", "save_proven", "put_in_place"])
def test_a_removal_cut_short_at_any_step_is_the_old_state_or_the_new_one(
    store: VaultStore, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    add_staff(store, mine(), ADVOCATE, bytearray(THEIRS), TINY)

    def fail(*_: object) -> None:
        raise Mishap("disk_full", "", "", "")

    is_new = step == "put_in_place"
    with monkeypatch.context() as patch:
        patch.setattr(staff_keys, step, fail)
        with pytest.raises(Mishap, match="removed_open_again" if is_new else "disk_full"):
            remove_staff(store, mine(), "B7")
    store.close()
    assert opens(store.folder, OPENING_WORDS) == "LEAD 1"
    assert opens(store.folder, THEIRS) == ("wrong_passphrase" if is_new else "B7 1")
    assert not (store.folder / rekey.REKEYED_FILE).exists()


def test_a_copy_that_no_key_opens_is_never_thrown_away(store: VaultStore) -> None:
    store.close()
    (store.folder / rekey.REKEYED_FILE).write_bytes(b"\1" * 8192)
    (store.folder / RECORDS_FILE).write_bytes(b"\1" * 8192)
    assert opens(store.folder, OPENING_WORDS) == "vault_damaged"
    assert (store.folder / rekey.REKEYED_FILE).exists()


@pytest.mark.parametrize("typed", ["", "A", "ABCDEFG", "ÄB", "a b", "maría", "b7\n"])
def test_what_is_no_staff_code(typed: str) -> None:
    if typed == "b7\n":
        assert read_staff_code(typed) == "B7"
        return
    with pytest.raises(Mishap) as caught:
        read_staff_code(typed)
    assert caught.value.what_to_do == "Use two to six letters A to Z or digits. Take no name."


def test_a_practice_vault_has_no_keys() -> None:
    with create_memory_vault() as practice:
        for act in (staff_lines, lambda one: change_passphrase(one, mine(), bytearray(NEWER), TINY)):
            with pytest.raises(Mishap, match="practice_has_no_keys"):
                act(practice)


def test_a_slot_below_the_floor_is_raised_at_unlocking(store: VaultStore) -> None:
    store.close()
    floor = KdfCost(64, 2, 2)
    open_vault_folder(store.folder, mine(), floor).close()
    assert read_key_file(store.folder).slots[0].cost == floor
    before = (store.folder / KEY_FILE).read_bytes()
    open_vault_folder(store.folder, mine(), floor).close()
    assert (store.folder / KEY_FILE).read_bytes() == before


def test_raising_that_fails_keeps_nobody_out(store: VaultStore, monkeypatch: pytest.MonkeyPatch) -> None:
    store.close()
    before = (store.folder / KEY_FILE).read_bytes()

    def fail(*_: object) -> None:
        raise Mishap("disk_full", "", "", "")

    monkeypatch.setattr(unlocking, "write_key_file", fail)
    open_vault_folder(store.folder, mine(), KdfCost(64, 2, 2)).close()
    assert (store.folder / KEY_FILE).read_bytes() == before


@pytest.mark.parametrize(
    ("cost", "floor"), [(TINY, KdfCost(64, 2, 2)), (KdfCost(128, 1, 1), KdfCost(64, 4, 2)), (KdfCost(8, 64, 1), TINY)]
)
def test_a_raised_cost_is_never_below_the_floor_nor_below_what_it_was(cost: KdfCost, floor: KdfCost) -> None:
    raised = dearer(cost, floor)
    assert not raised.is_below(floor)
    assert raised.memory_kib >= cost.memory_kib


@pytest.mark.parametrize("speed", [0.001, 0.05, 0.2, 0.5, 1.0, 30.0, 0.0])
def test_calibration_stays_between_the_floor_and_what_can_be_met(speed: float) -> None:
    cost = calibrate_cost(measure=lambda _: speed)
    assert not cost.is_below(DEFAULT_COST)
    assert cost.work_kib <= 8 * 1024 * 1024
    if speed >= 1.0:
        assert cost == DEFAULT_COST


def test_calibration_makes_a_fast_machine_work_longer() -> None:
    assert calibrate_cost(measure=lambda _: 0.1).work_kib > 4 * DEFAULT_COST.work_kib


def test_no_passphrase_stands_in_any_repr_or_error(store: VaultStore) -> None:
    add_staff(store, mine(), ADVOCATE, bytearray(THEIRS), TINY)
    shown = f"{read_key_file(store.folder)!r} {staff_lines(store)!r} {store.opened_by!r}"
    with pytest.raises(Mishap) as caught:
        change_passphrase(store, bytearray(NEWER), bytearray(THEIRS), TINY)
    shown += f"{caught.value!r} {caught.value.args}"
    files = b"".join(path.read_bytes() for path in store.folder.iterdir())
    for words in (THEIRS, NEWER, OPENING_WORDS):
        assert words.decode() not in shown
        assert words not in files
    with pytest.raises(Defect):
        wrap_key(DataKey.fresh(), bytearray(), TINY, "v")


def test_a_file_that_a_kill_left_behind_is_removed(store: VaultStore) -> None:
    store.close()
    (store.folder / f".{KEY_FILE}.abcd1234").write_bytes(b"half")
    (store.folder / f"{rekey.REKEYED_FILE}-wal").touch()
    assert opens(store.folder, OPENING_WORDS) == "LEAD 1"
    assert {path.name for path in store.folder.iterdir()} == {HEAD_FILE, KEY_FILE, RECORDS_FILE}


def test_a_later_kind_of_slot_is_kept_by_every_change_and_stops_a_removal(store: VaultStore) -> None:
    token: dict[str, object] = {"kind": "hardware_token", "id": "t1"}
    keys = read_key_file(store.folder)
    _, key = unlock(keys, mine())
    write_key_file(store.folder, replace(keys, other_slots=(token,), other_words={"later": 7}), key)
    add_staff(store, mine(), ADVOCATE, bytearray(THEIRS), TINY)
    read = read_key_file(store.folder)
    assert read.other_slots == (token,)
    assert read.other_words == {"later": 7}
    with pytest.raises(Mishap, match="vault_newer"):
        remove_staff(store, mine(), "B7")


def test_the_log_stays_whole_when_the_vault_gets_a_new_key(store: VaultStore) -> None:
    store.write_log(Action.OPENED, MOMENT.date(), staff_code="LEAD")
    add_staff(store, mine(), ADVOCATE, bytearray(THEIRS), TINY)
    with remove_staff(store, mine(), ADVOCATE.code) as renewed:
        assert renewed.verify_log().is_whole
        renewed.write_log(Action.OPENED, MOMENT.date(), staff_code="LEAD")
        assert renewed.verify_log().is_whole
        assert len(renewed.log_entries()) == 2
