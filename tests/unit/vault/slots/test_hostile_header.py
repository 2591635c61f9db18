"""A key file in the hands of somebody else: flipped, swapped, cut, added to, asking for a terabyte."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from intake.errors import Mishap
from intake.vault import key_file
from intake.vault.key_file import KEY_FILE, read_key_file
from intake.vault.keys import SlotOwner, StaffRole
from intake.vault.slots.recovery import make_sheet
from intake.vault.slots.staff_keys import add_staff
from intake.vault.slots.unlocking import unlock
from intake.vault.store import VaultStore
from intake.vault.vault_folder import open_vault_folder
from tests.migrations.make_frozen_vault import OPENING_WORDS as FROZEN_WORDS
from tests.migrations.make_frozen_vault import VAULTS
from tests.unit.vault.conftest import MOMENT, OPENING_WORDS, TINY

Content = dict[str, Any]
FLIPS = 10_000
HOSTILE: list[object] = [
    10**12, 2**63, -1, 0, 1.5, float("nan"), True, None, "8", "9" * 4096, "x" * 4096, "\ud800", [], {}, [[[[1]]]],
    "../../etc", "00" * 4096,
]  # fmt: skip
CHANGED_WORDS = (
    "The key file of this vault was changed by something other than this program. Your passphrase is right.",
    "The vault was not opened. The records are still here, locked.",
    "Ask who else can reach this folder. Then put the key file back from your newest copy.",
)


@pytest.fixture
def folder(store: VaultStore) -> Path:
    """A closed vault with two people and a recovery sheet."""
    theirs = SlotOwner(StaffRole.ADVOCATE, "B7", "2026-05-04")
    add_staff(store, bytearray(OPENING_WORDS), theirs, bytearray(b"nine copper kettles"), TINY)
    make_sheet(store, bytearray(OPENING_WORDS), (1, 1), MOMENT.date())
    store.close()
    return store.folder


def content_of(folder: Path) -> Content:
    content: Content = json.loads((folder / KEY_FILE).read_text())
    del content["sha256"]
    return content


def put(folder: Path, content: Content) -> None:
    """Write it with a true checksum, as somebody would who knows the format."""
    whole = {**content, "sha256": key_file._checksum(content)}
    (folder / KEY_FILE).write_bytes(key_file._rendered(whole))


def opened(folder: Path) -> str:
    try:
        with open_vault_folder(folder, bytearray(OPENING_WORDS)) as store:
            return store.opened_by.code
    except Mishap as mishap:
        return mishap.code if mishap.what_happened and mishap.what_is_safe and mishap.what_to_do else "no words"


def drop_theirs(content: Content) -> None:
    content["slots"] = [slot for slot in content["slots"] if slot.get("staff") != "B7"]


def drop_recovery(content: Content) -> None:
    content["slots"] = [slot for slot in content["slots"] if slot["kind"] != "recovery_sheet"]


def promote(content: Content) -> None:
    for slot in content["slots"]:
        if slot.get("staff") == "B7":
            slot["role"] = "supervisor"


def cheapen(content: Content) -> None:
    for slot in content["slots"]:
        if slot.get("staff") == "B7":
            slot["memory_kib"] = 16


def swap(content: Content) -> None:
    content["slots"].reverse()


def add(content: Content) -> None:
    first = next(slot for slot in content["slots"] if slot.get("staff") == "B7")
    content["slots"].append({**first, "id": "another", "staff": "Z9"})


def add_unknown(content: Content) -> None:
    content["slots"].append({"kind": "hardware_token"})


def rename_staff(content: Content) -> None:
    next(slot for slot in content["slots"] if slot.get("staff") == "LEAD")["staff"] = "B8"


def take_seal(content: Content) -> None:
    del content["seal"]


def downgrade(content: Content) -> None:
    del content["seal"]
    content["format"]["minor"] = 0


def raise_minor(content: Content) -> None:
    content["format"]["minor"] = 3


def add_word(content: Content) -> None:
    content["later"] = True


CHANGES: list[Callable[[Content], None]] = [
    drop_theirs, drop_recovery, promote, cheapen, swap, add, add_unknown, rename_staff, take_seal, downgrade,
    raise_minor, add_word,
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_every_change_by_somebody_else_is_found_and_named(folder: Path, change: Callable[[Content], None]) -> None:
    content = content_of(folder)
    change(content)
    put(folder, content)
    with pytest.raises(Mishap) as caught:
        open_vault_folder(folder, bytearray(OPENING_WORDS)).close()
    mishap = caught.value
    assert mishap.code == "header_changed"
    assert (mishap.what_happened, mishap.what_is_safe, mishap.what_to_do) == CHANGED_WORDS


def test_a_change_to_my_own_slot_can_only_be_told_as_a_passphrase_that_does_not_open(folder: Path) -> None:
    content = content_of(folder)
    next(slot for slot in content["slots"] if slot.get("staff") == "LEAD")["passes"] = 2
    put(folder, content)
    assert opened(folder) == "wrong_passphrase"


def test_a_header_of_another_vault_does_not_open_this_one(folder: Path) -> None:
    content = content_of(folder)
    put(folder, {**content, "vault": "another"})
    assert opened(folder) == "wrong_passphrase"


def test_ten_thousand_flipped_bits_are_told_as_damage(folder: Path) -> None:
    chance = random.Random(20261121)  # noqa: S311 - a seed makes the flips repeatable
    whole = (folder / KEY_FILE).read_bytes()
    for _ in range(FLIPS):
        flipped = bytearray(whole)
        for _ in range(chance.choice((1, 1, 1, 2, 8))):
            flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
        if flipped == whole:
            continue
        with pytest.raises(Mishap) as caught:
            key_file._read(bytes(flipped))
        assert caught.value.code == "vault_damaged"


def test_ten_thousand_flips_behind_a_true_checksum_never_open_silently(folder: Path) -> None:
    chance = random.Random(20261122)  # noqa: S311 - as above
    whole = json.dumps(content_of(folder)).encode()
    codes = set()
    for _ in range(FLIPS):
        flipped = bytearray(whole)
        flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(7)
        try:
            content = json.loads(flipped)
        except ValueError:
            continue
        if not isinstance(content, dict) or content == json.loads(whole):
            continue
        raw = key_file._rendered({**content, "sha256": key_file._checksum(content)})
        try:
            _, key = unlock(key_file._read(raw), bytearray(OPENING_WORDS))
        except Mishap as mishap:
            codes.add(mishap.code)
            continue
        key.wipe()
        raise AssertionError(f"opened: {bytes(flipped)!r}")
    assert codes <= {"vault_damaged", "header_changed", "wrong_passphrase", "vault_newer", "not_a_vault"}
    assert {"vault_damaged", "header_changed", "wrong_passphrase"} <= codes


@pytest.mark.parametrize("value", HOSTILE, ids=lambda value: repr(value)[:20])
def test_hostile_figures_are_a_clear_mishap(folder: Path, value: object) -> None:
    whole = content_of(folder)
    names = {name for slot in whole["slots"] for name in slot}
    for place in range(len(whole["slots"])):
        for name in names:
            content = content_of(folder)
            if content["slots"][place].get(name) == value:
                continue
            content["slots"][place][name] = value
            put(folder, content)
            assert opened(folder) in {"vault_damaged", "header_changed", "wrong_passphrase", "vault_newer"}, name
    for name in ("format", "vault", "slots", "seal"):
        put(folder, {**content_of(folder), name: value})
        assert opened(folder) in {"vault_damaged", "header_changed", "wrong_passphrase"}, name


@pytest.mark.parametrize("depth", [50, 400, 900, 100_000])
def test_deep_nesting_is_damage(folder: Path, depth: int) -> None:
    whole = (folder / KEY_FILE).read_text()
    (folder / KEY_FILE).write_text(whole.replace('"slots"', f'"deep": {"[" * depth}{"]" * depth}, "slots"'))
    assert opened(folder) == "vault_damaged"


def test_a_thousand_slots_are_damage_and_not_an_hour_of_waiting(folder: Path) -> None:
    content = content_of(folder)
    first = content["slots"][0]
    content["slots"] = [{**first, "id": f"s{place}", "staff": f"S{place}"} for place in range(1000)]
    put(folder, content)
    assert opened(folder) == "vault_damaged"
    content["slots"] = [
        {**first, "id": f"s{place}", "staff": f"S{place}", "memory_kib": 4 * 1024**2, "passes": 4} for place in range(3)
    ]
    put(folder, content)
    assert opened(folder) == "vault_damaged"


def frozen(tmp_path: Path) -> Path:
    folder = tmp_path / "frozen"
    folder.mkdir(mode=0o700)
    for path in (VAULTS / "schema_1_0").iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    return folder


def test_a_header_of_format_1_0_opens_unchanged_and_is_made_new_at_the_first_change(tmp_path: Path) -> None:
    folder = frozen(tmp_path)
    before = (folder / KEY_FILE).read_bytes()
    with open_vault_folder(folder, bytearray(FROZEN_WORDS)) as store:
        assert store.opened_by == SlotOwner(StaffRole.SUPERVISOR, "LEAD")
        assert (folder / KEY_FILE).read_bytes() == before
        theirs = SlotOwner(StaffRole.ADVOCATE, "B7")
        add_staff(store, bytearray(FROZEN_WORDS), theirs, bytearray(OPENING_WORDS), TINY)
    keys = read_key_file(folder)
    assert (keys.minor, len(keys.slots), bool(keys.seal)) == (2, 2, True)
    assert opened(folder) == "B7"
    with open_vault_folder(folder, bytearray(FROZEN_WORDS)) as store:
        assert store.opened_by.code == "LEAD"
    (folder / KEY_FILE).write_bytes(before)  # going back to a file without a seal is noticed
    with pytest.raises(Mishap, match="header_changed"):
        open_vault_folder(folder, bytearray(FROZEN_WORDS))


def test_the_slot_of_format_1_0_is_replaced_when_its_cost_is_raised(tmp_path: Path) -> None:
    folder = frozen(tmp_path)
    floor = replace(TINY, memory_kib=64)
    open_vault_folder(folder, bytearray(FROZEN_WORDS), floor).close()
    (slot,) = read_key_file(folder).slots
    assert slot.cost == floor
    assert slot.public_key
    open_vault_folder(folder, bytearray(FROZEN_WORDS), floor).close()
