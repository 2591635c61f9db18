"""From a passphrase to the data key: Argon2id opens a slot, and the slot's box holds the key (``slots.sealed_box``).

The data key is 32 random bytes and never changes with the passphrase. Every slot leads to the same key, so a
second passphrase, a staff member's or a recovery slot is one more entry and no record is written again.
The figures of a slot are bound to it as associated data: nobody can lower its cost unnoticed.
Format 1.0 wrapped the data key directly; such a slot opens still, and is made new at the first change.
Source of the default cost: RFC 9106 section 4, raised to what 0.5 s of a two-core laptop buys.
"""

from __future__ import annotations

import hmac
import json
import secrets
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import TracebackType
from typing import Self, cast

from intake.errors import Defect
from intake.vault import mishaps
from intake.vault.slots.sealed_box import SealedBox, make_box, open_box, seal_for
from intake.vault.slots.wiping import wipe as wipe  # noqa: PLC0414 - it has always been found here

KEY_BYTES = 32
FIRST_CODE = "LEAD"
_SALT_BYTES = 16
DIRECT, BOX = "aes-256-gcm", "hpke-x25519-aes-256-gcm"
_HEX_DIGITS = b"0123456789abcdef"
_MOST_MEMORY_KIB = 4 * 1024 * 1024
_MOST_PASSES = 64
_MOST_LANES = 64
_LEAST_KIB_PER_LANE = 8
_MOST_WORK_KIB = 16 * 1024 * 1024  # memory times passes: about ten seconds on a two-core laptop


@dataclass(frozen=True, slots=True)
class KdfCost:
    """What one guess at a passphrase costs: memory in KiB, passes over it, lanes at once.

    Raises ValueError for figures that Argon2id does not take or that no laptop could bear.
    """

    memory_kib: int
    passes: int
    lanes: int

    def __post_init__(self) -> None:
        """Keep a garbled file from asking for a terabyte."""
        if not (
            1 <= self.lanes <= _MOST_LANES
            and 1 <= self.passes <= _MOST_PASSES
            and _LEAST_KIB_PER_LANE * self.lanes <= self.memory_kib <= _MOST_MEMORY_KIB
            and self.work_kib <= _MOST_WORK_KIB
        ):
            raise ValueError("not a cost that can be met")

    @property
    def work_kib(self) -> int:
        """KiB written and read for one guess: what it takes to try a passphrase."""
        return self.memory_kib * self.passes

    def is_below(self, floor: KdfCost) -> bool:
        """Whether a guess is cheaper than it should be."""
        return self.memory_kib < floor.memory_kib or self.work_kib < floor.work_kib


DEFAULT_COST = KdfCost(memory_kib=256 * 1024, passes=3, lanes=4)
PRACTICE_COST = KdfCost(memory_kib=8 * 1024, passes=1, lanes=1)


class DataKey:
    """The 32 bytes that open the records, in memory that can be wiped. It never shows them.

    Use it in a ``with`` block; it is all zeros afterwards.
    """

    __slots__ = ("_bytes",)

    def __init__(self, key: bytearray) -> None:
        if len(key) != KEY_BYTES:
            raise Defect("a data key has another length")
        self._bytes = key

    @classmethod
    def fresh(cls) -> Self:
        """A new random key, drawn byte by byte so that no copy of the whole stays behind."""
        key = bytearray(KEY_BYTES)
        for place in range(KEY_BYTES):
            key[place] = secrets.randbits(8)
        return cls(key)

    def sqlcipher_form(self) -> bytearray:
        """``x'<64 hex digits>'`` as SQLCipher takes a raw key. The caller wipes it."""
        text = bytearray(b"x''") + bytearray(2 * KEY_BYTES)
        text[-1:] = b"'"
        for place, byte in enumerate(self._bytes):
            text[2 + 2 * place] = _HEX_DIGITS[byte >> 4]
            text[3 + 2 * place] = _HEX_DIGITS[byte & 15]
        return text

    def material(self) -> bytearray:
        """The bytes themselves, not a copy, for wrapping."""
        return self._bytes

    def subkey(self, label: bytes) -> bytearray:
        """A key for one other use, told from all others by its label (HKDF-SHA256). The caller wipes it."""
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.hazmat.primitives.kdf.hkdf import HKDF

        derived = bytearray(KEY_BYTES)
        # the library takes any buffer; its type says bytes, and a bytes copy could not be wiped
        HKDF(SHA256(), KEY_BYTES, salt=None, info=label).derive_into(cast("bytes", self._bytes), derived)
        return derived

    def another(self) -> Self:
        """The same key in memory of its own, to be wiped by whoever holds it."""
        return type(self)(bytearray(self._bytes))

    def is_same(self, other: DataKey) -> bool:
        """Whether both are one key; the time it takes does not tell where they differ."""
        return hmac.compare_digest(self._bytes, other.material())

    def wipe(self) -> None:
        """Overwrite the key."""
        wipe(self._bytes)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.wipe()

    def __repr__(self) -> str:
        return "DataKey(hidden)"

    def __reduce__(self) -> str:
        raise Defect("a key is never pickled")


class StaffRole(StrEnum):
    """What a person may do in the program. It is a rule of the program, not a lock: all hold the same key."""

    SUPERVISOR = "supervisor"
    ADVOCATE = "advocate"


@dataclass(frozen=True, slots=True)
class SlotOwner:
    """Whose slot it is: a code of two to six letters and digits, never a name. A vault's first is a supervisor."""

    role: StaffRole = StaffRole.SUPERVISOR
    code: str = FIRST_CODE
    made_on: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class KeySlot:
    """One way to the data key: the public figures of its derivation, and the box.

    A slot of format 1.0 has no public half; its ``wrapped_key`` is the data key itself.
    """

    id: str
    cost: KdfCost
    salt: bytes = field(repr=False)
    nonce: bytes = field(repr=False)
    wrapped_key: bytes = field(repr=False)
    kind: str = "passphrase"
    owner: SlotOwner = SlotOwner()
    public_key: bytes = field(default=b"", repr=False)
    sealed_key: bytes = field(default=b"", repr=False)


def wrap_key(
    key: DataKey, passphrase: bytearray, cost: KdfCost, vault_id: str, owner: SlotOwner | None = None
) -> KeySlot:
    """A new slot that this passphrase opens: UTF-8 bytes, taken as they stand (NFC is the caller's part).

    Raises Mishap too_little_memory, Defect for an empty passphrase.
    """
    if not passphrase:
        raise Defect("a slot needs a passphrase")
    salt = secrets.token_bytes(_SALT_BYTES)
    slot = KeySlot(secrets.token_hex(8), cost, salt, b"", b"", owner=owner or SlotOwner())
    wrapping = _derive(passphrase, slot)
    try:
        box = make_box(wrapping, key.material(), _bound_figures(slot, vault_id, BOX))
    finally:
        wipe(wrapping)
    return KeySlot(slot.id, cost, salt, box.nonce, box.locked_private, slot.kind, slot.owner, box.public, box.sealed)


def reseal(slot: KeySlot, key: DataKey, vault_id: str) -> KeySlot:
    """The same slot holding another data key; nobody's passphrase is needed for it."""
    sealed = seal_for(slot.public_key, key.material(), _bound_figures(slot, vault_id, BOX))
    return replace(slot, sealed_key=sealed)


def unwrap_key(slot: KeySlot, passphrase: bytearray, vault_id: str) -> DataKey | None:
    """The data key, or None when this passphrase does not open this slot. Raises Mishap too_little_memory."""
    wrapping = _derive(passphrase, slot)
    try:
        opened = (
            _open_first_format(slot, wrapping, vault_id)
            if not slot.public_key
            else open_box(
                SealedBox(slot.nonce, slot.wrapped_key, slot.public_key, slot.sealed_key),
                wrapping,
                _bound_figures(slot, vault_id, BOX),
            )
        )
    finally:
        wipe(wrapping)
    return None if opened is None or len(opened) != KEY_BYTES else DataKey(opened)


def _open_first_format(slot: KeySlot, wrapping: bytearray, vault_id: str) -> bytearray | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    opened = bytearray(KEY_BYTES)
    try:
        figures = _bound_figures(slot, vault_id, DIRECT)
        AESGCM(wrapping).decrypt_into(slot.nonce, slot.wrapped_key, figures, opened)
    except InvalidTag:
        return None
    return opened


def _derive(passphrase: bytearray, slot: KeySlot) -> bytearray:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    wrapping = bytearray(KEY_BYTES)
    cost = slot.cost
    kdf = Argon2id(
        salt=slot.salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
    )
    try:
        # the library takes any buffer; its type says bytes, and a bytes copy could not be wiped
        kdf.derive_into(cast("bytes", passphrase), wrapping)
    except MemoryError:
        raise mishaps.too_little_memory() from None
    return wrapping


def _bound_figures(slot: KeySlot, vault_id: str, cipher: str) -> bytes:
    figures = {
        "vault": vault_id,
        "slot": slot.id,
        "kind": slot.kind,
        "kdf": "argon2id",
        "memory_kib": slot.cost.memory_kib,
        "passes": slot.cost.passes,
        "lanes": slot.cost.lanes,
        "salt": slot.salt.hex(),
        "cipher": cipher,
    }
    return json.dumps(figures, sort_keys=True, separators=(",", ":")).encode()
