"""Keys: one slot opens with its passphrase alone, damage is not a wrong passphrase, and nothing shows a key."""

from __future__ import annotations

import json
import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from intake.errors import Defect, Mishap
from intake.vault import key_file, keys
from intake.vault.key_file import KEY_FILE, KeyFile, read_key_file, write_key_file
from intake.vault.keys import DataKey, KdfCost, unwrap_key, wrap_key

from .conftest import OPENING_WORDS, TINY

RAW = bytes(range(200, 232))


def a_key() -> DataKey:
    return DataKey(bytearray(RAW))


def code_of_reading(folder: Path) -> str:
    with pytest.raises(Mishap) as caught:
        read_key_file(folder)
    return caught.value.code


@pytest.fixture
def written(tmp_path: Path, words: bytearray) -> Path:
    write_key_file(tmp_path, KeyFile("vault-id", (wrap_key(a_key(), words, TINY, "vault-id"),)))
    return tmp_path / KEY_FILE


def test_a_slot_opens_with_its_passphrase_and_no_other(words: bytearray) -> None:
    slot = wrap_key(a_key(), words, TINY, "v")
    opened = unwrap_key(slot, words, "v")
    assert opened is not None
    assert opened.material() == RAW
    assert unwrap_key(slot, bytearray(b"other"), "v") is None


def test_two_slots_hold_the_same_key(words: bytearray) -> None:
    for phrase in (words, bytearray(b"the staff phrase")):
        opened = unwrap_key(wrap_key(a_key(), phrase, TINY, "v"), phrase, "v")
        assert opened is not None
        assert opened.material() == RAW


@pytest.mark.parametrize(
    "change",
    [{"cost": KdfCost(16, 1, 1)}, {"id": "another"}, {"kind": "staff"}, {"nonce": bytes(12)}, {"salt": bytes(16)}],
)
def test_a_slot_with_changed_figures_does_not_open(words: bytearray, change: dict[str, object]) -> None:
    slot = wrap_key(a_key(), words, TINY, "v")
    assert unwrap_key(replace(slot, **change), words, "v") is None  # type: ignore[arg-type]  # one field at a time


def test_a_slot_of_another_vault_does_not_open(words: bytearray) -> None:
    assert unwrap_key(wrap_key(a_key(), words, TINY, "one"), words, "two") is None


def test_two_slots_of_one_passphrase_share_nothing(words: bytearray) -> None:
    one, two = (wrap_key(a_key(), words, TINY, "v") for _ in range(2))
    assert one.salt != two.salt
    assert one.nonce != two.nonce
    assert one.wrapped_key != two.wrapped_key


@pytest.mark.parametrize("figures", [(7, 1, 1), (8, 0, 1), (8, 1, 0), (8, 1, 2), (5 * 1024**2, 1, 1), (64, 65, 1)])
def test_a_cost_that_cannot_be_met_is_refused(figures: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="cost"):
        KdfCost(*figures)


def test_too_little_memory_is_a_mishap(words: bytearray, monkeypatch: pytest.MonkeyPatch) -> None:
    class NoRoom:
        def __init__(self, **_: object) -> None:
            pass

        def derive_into(self, *_: object) -> None:
            raise MemoryError

    monkeypatch.setattr("cryptography.hazmat.primitives.kdf.argon2.Argon2id", NoRoom)
    with pytest.raises(Mishap, match="too_little_memory"):
        wrap_key(a_key(), words, TINY, "v")


def test_a_key_never_shows_itself(words: bytearray) -> None:
    slot = wrap_key(a_key(), words, TINY, "v")
    shown = f"{a_key()!r} {a_key()!s} {slot!r} {KeyFile('v', (slot,))!r}"
    for secret in (RAW.hex(), repr(RAW), repr(bytearray(RAW)), slot.wrapped_key.hex(), OPENING_WORDS.decode()):
        assert secret not in shown
    with pytest.raises(Defect):
        pickle.dumps(a_key())


def test_a_key_is_wiped_when_its_block_ends() -> None:
    with a_key() as key:
        assert key.sqlcipher_form() == b"x'" + RAW.hex().encode() + b"'"
    assert key.material() == bytes(32)


def test_fresh_keys_differ_and_have_their_length() -> None:
    drawn = {bytes(DataKey.fresh().material()) for _ in range(20)}
    assert len(drawn) == 20
    with pytest.raises(Defect):
        DataKey(bytearray(31))


def test_a_slot_of_a_later_kind_is_kept_as_it_is(tmp_path: Path, words: bytearray) -> None:
    recovery: dict[str, object] = {"kind": "recovery", "shares": 3}
    slot = wrap_key(a_key(), words, TINY, "v")
    write_key_file(tmp_path, KeyFile("v", (slot,), (recovery,), minor=7))
    read = read_key_file(tmp_path)
    assert read == KeyFile("v", (slot,), (recovery,), minor=7)
    write_key_file(tmp_path, KeyFile("v", (), (recovery,)))
    assert code_of_reading(tmp_path) == "vault_newer"


def test_a_newer_format_is_refused_before_any_key_is_derived(
    tmp_path: Path, words: bytearray, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(key_file, "MAJOR", 2)
    write_key_file(tmp_path, KeyFile("v", (wrap_key(a_key(), words, TINY, "v"),)))
    monkeypatch.setattr(key_file, "MAJOR", 1)
    monkeypatch.setattr(keys, "_derive", None)
    with pytest.raises(Mishap) as caught:
        read_key_file(tmp_path)
    assert caught.value.code == "vault_newer"
    assert caught.value.what_happened == "This vault was last used with a newer version of this program."


def test_every_changed_byte_of_the_key_file_is_damage_and_not_a_wrong_passphrase(written: Path) -> None:
    whole = written.read_bytes()
    for place in range(len(whole)):
        for flip in (0x01, 0x20, 0x80):
            written.write_bytes(whole[:place] + bytes([whole[place] ^ flip]) + whole[place + 1 :])
            assert code_of_reading(written.parent) == "vault_damaged", (place, flip)


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"\0" * 600, b"[" * 100_000, b" " * (1024 * 1024 + 1)])
def test_a_garbled_key_file_is_damage(written: Path, content: bytes) -> None:
    written.write_bytes(content)
    assert code_of_reading(written.parent) == "vault_damaged"


def test_a_cut_key_file_is_damage(written: Path) -> None:
    whole = written.read_bytes()
    for length in range(len(whole)):
        written.write_bytes(whole[:length])
        assert code_of_reading(written.parent) == "vault_damaged", length


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("memory_kib", 10**12),
        ("memory_kib", "8"),
        ("lanes", None),
        ("salt", "zz"),
        ("salt", "00"),
        ("nonce", "00" * 11),
        ("wrapped_key", "00" * 47),
    ],
)
def test_a_slot_that_is_not_usable_is_damage_even_with_a_true_checksum(written: Path, name: str, value: object) -> None:
    content = json.loads(written.read_text())
    del content["sha256"]
    content["slots"][0][name] = value
    sealed = {**content, "sha256": key_file._checksum(content)}
    written.write_bytes(key_file._rendered(sealed))
    assert code_of_reading(written.parent) == "vault_damaged"


@pytest.mark.parametrize(
    "change", [{"format": 1}, {"format": {"major": "1"}}, {"vault": 7}, {"slots": 3}, {"slots": []}]
)
def test_a_file_of_another_shape_is_damage_even_with_a_true_checksum(written: Path, change: dict[str, object]) -> None:
    content = {**json.loads(written.read_text()), **change}
    del content["sha256"]
    written.write_bytes(key_file._rendered({**content, "sha256": key_file._checksum(content)}))
    assert code_of_reading(written.parent) == "vault_damaged"
