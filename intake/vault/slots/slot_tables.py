"""Slots as they stand in the key file, and back. Whatever cannot be met or trusted is a ValueError."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from intake.vault.keys import BOX, DIRECT, FIRST_CODE, KdfCost, KeySlot, SlotOwner, StaffRole
from intake.vault.slots.recovery_slot import RecoverySlot, SheetFigures
from intake.vault.slots.sealed_box import LOCKED_BYTES, NONCE_BYTES, PUBLIC_BYTES, SEALED_BYTES, SealedBox

Table = Mapping[str, object]
STAFF_CODE = re.compile(r"[A-Z0-9]{2,6}")
_IDENTITY = re.compile(r"[\w-]{1,64}", re.ASCII)
_SALT_LIMITS = range(8, 65)
_MOST_SHARES = 16
_HIGHEST_NUMBER = 1 << 15


def is_passphrase(table: Table) -> bool:
    """Whether a slot is a passphrase slot that this version opens."""
    known = table.get("cipher") in (DIRECT, BOX)
    return table.get("kind") == "passphrase" and table.get("kdf") == "argon2id" and known


def is_recovery(table: Table) -> bool:
    """Whether a slot is a recovery slot that this version opens."""
    return table.get("kind") == "recovery_sheet" and table.get("kdf") == "hkdf-sha256" and table.get("cipher") == BOX


def passphrase_table(slot: KeySlot) -> Table:
    """A passphrase slot as it is written; one of format 1.0 stays as it was."""
    table: dict[str, object] = {
        "id": slot.id,
        "kind": slot.kind,
        "kdf": "argon2id",
        "memory_kib": slot.cost.memory_kib,
        "passes": slot.cost.passes,
        "lanes": slot.cost.lanes,
        "salt": slot.salt.hex(),
        "cipher": BOX if slot.public_key else DIRECT,
        "nonce": slot.nonce.hex(),
        "wrapped_key": slot.wrapped_key.hex(),
    }
    if slot.public_key:
        table |= {
            "public_key": slot.public_key.hex(),
            "sealed_key": slot.sealed_key.hex(),
            "role": slot.owner.role.value,
            "staff": slot.owner.code,
            "made_on": slot.owner.made_on,
        }
    return table


def recovery_table(slot: RecoverySlot) -> Table:
    """A recovery slot as it is written."""
    return {
        "id": slot.id,
        "kind": "recovery_sheet",
        "kdf": "hkdf-sha256",
        "salt": slot.salt.hex(),
        "cipher": BOX,
        "nonce": slot.box.nonce.hex(),
        "wrapped_key": slot.box.locked_private.hex(),
        "public_key": slot.box.public.hex(),
        "sealed_key": slot.box.sealed.hex(),
        "number": slot.figures.number,
        "needed": slot.figures.needed,
        "of": slot.figures.of,
        "made_on": slot.figures.made_on,
    }


def read_passphrase(table: Table) -> KeySlot:
    """A passphrase slot. Raises ValueError."""
    cost = KdfCost(*(_number(table, name) for name in ("memory_kib", "passes", "lanes")))
    salt = _salt(table)
    identity, nonce, wrapped = _identity(table), _bytes(table, "nonce", NONCE_BYTES), _locked(table)
    if table["cipher"] == DIRECT:
        return KeySlot(identity, cost, salt, nonce, wrapped)
    code = _text(table, "staff")
    if not STAFF_CODE.fullmatch(code):
        raise ValueError("staff")
    owner = SlotOwner(StaffRole(_text(table, "role")), code, _day(table))
    public, sealed = _bytes(table, "public_key", PUBLIC_BYTES), _bytes(table, "sealed_key", SEALED_BYTES)
    return KeySlot(identity, cost, salt, nonce, wrapped, "passphrase", owner, public, sealed)


def read_recovery(table: Table) -> RecoverySlot:
    """A recovery slot. Raises ValueError."""
    number, needed, of = (_number(table, name) for name in ("number", "needed", "of"))
    if not (0 <= number < _HIGHEST_NUMBER and 1 <= needed <= of <= _MOST_SHARES):
        raise ValueError("figures")
    public, sealed = _bytes(table, "public_key", PUBLIC_BYTES), _bytes(table, "sealed_key", SEALED_BYTES)
    box = SealedBox(_bytes(table, "nonce", NONCE_BYTES), _locked(table), public, sealed)
    return RecoverySlot(_identity(table), SheetFigures(number, needed, of, _day(table)), _salt(table), box)


def check_together(slots: tuple[KeySlot, ...], recovery: tuple[RecoverySlot, ...]) -> None:
    """No two slots of one name or one staff code. Raises ValueError."""
    identities = [*(slot.id for slot in slots), *(slot.id for slot in recovery)]
    codes = [slot.owner.code for slot in slots if slot.public_key or slot.owner.code != FIRST_CODE]
    if len(set(identities)) != len(identities) or len(set(codes)) != len(codes):
        raise ValueError("twice")


def _number(table: Table, name: str) -> int:
    value = table.get(name)
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError(name)  # noqa: TRY004 - one kind of error for one unusable slot
    return value


def _text(table: Table, name: str) -> str:
    value = table.get(name)
    if not isinstance(value, str):
        raise ValueError(name)  # noqa: TRY004 - as above
    return value


def _identity(table: Table) -> str:
    identity = _text(table, "id")
    if not _IDENTITY.fullmatch(identity):
        raise ValueError("id")
    return identity


def _bytes(table: Table, name: str, length: int) -> bytes:
    value = hex_bytes(_text(table, name))
    if len(value) != length:
        raise ValueError(name)
    return value


def hex_bytes(text: str) -> bytes:
    """Bytes in the one spelling that we write. Raises ValueError for any other."""
    value = bytes.fromhex(text)
    if value.hex() != text:
        raise ValueError("spelling")
    return value


def _locked(table: Table) -> bytes:
    return _bytes(table, "wrapped_key", LOCKED_BYTES)


def _salt(table: Table) -> bytes:
    salt = hex_bytes(_text(table, "salt"))
    if len(salt) not in _SALT_LIMITS:
        raise ValueError("salt")
    return salt


def _day(table: Table) -> str:
    day = _text(table, "made_on")
    return date.fromisoformat(day).isoformat() if day else ""
