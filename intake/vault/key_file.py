"""``key_slots.json``: the public half of the keys, with a checksum that tells damage from a wrong passphrase.

The outer frame never changes: ``format`` with major and minor, and ``sha256`` over the canonical text of all
the rest. A newer major is refused before the passphrase is asked for; a newer minor may be read, and slots of
a kind this version does not know are kept as they are.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from intake.errors import Mishap
from intake.vault import mishaps
from intake.vault.keys import KEY_BYTES, KdfCost, KeySlot
from intake.vault.private_folder import write_private_file

KEY_FILE = "key_slots.json"
MAJOR = 1
MINOR = 0
_MOST_BYTES = 1024 * 1024
_OUR_WORDS = frozenset({"format", "sha256", "slots"})
_TAG_BYTES = 16


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The slots of one vault. ``other_slots`` are of kinds that only a newer version opens."""

    vault_id: str
    slots: tuple[KeySlot, ...]
    other_slots: tuple[Mapping[str, object], ...] = ()
    minor: int = MINOR


def write_key_file(folder: Path, keys: KeyFile) -> None:
    """Put the key file in place, durable, whole or not at all. Raises Mishap."""
    content: dict[str, object] = {
        "format": {"major": MAJOR, "minor": keys.minor},
        "vault": keys.vault_id,
        "slots": [*(_table(slot) for slot in keys.slots), *keys.other_slots],
    }
    write_private_file(folder / KEY_FILE, _rendered({**content, "sha256": _checksum(content)}))


def read_key_file(folder: Path) -> KeyFile:
    """Read and check the key file.

    Raises Mishap: vault_damaged (garbled, cut, changed), not_a_vault (another program's), vault_newer, not_private.
    """
    raw = _raw(folder / KEY_FILE)
    try:
        content = json.loads(raw.decode("ascii"))
    except (ValueError, RecursionError):
        raise mishaps.key_file_damaged() from None
    if not isinstance(content, dict) or not _OUR_WORDS & content.keys():
        raise mishaps.not_a_vault()
    stated = content.pop("sha256", None)
    if stated != _checksum(content) or _rendered({**content, "sha256": stated}) != raw:
        raise mishaps.key_file_damaged()
    return _key_file(content)


def _raw(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            raw = file.read(_MOST_BYTES + 1)
    except FileNotFoundError:
        raise mishaps.key_file_damaged() from None
    except IsADirectoryError:
        raise mishaps.not_a_vault() from None
    except OSError as error:
        raise mishaps.from_os_error(error, writing=False) from None
    if len(raw) > _MOST_BYTES:
        raise mishaps.key_file_damaged()
    return raw


def _rendered(content: Mapping[str, object]) -> bytes:
    return json.dumps(content, sort_keys=True, indent=1).encode("ascii") + b"\n"


def _checksum(content: Mapping[str, object]) -> str:
    return hashlib.sha256(_rendered(content)).hexdigest()


def _key_file(content: Mapping[str, object]) -> KeyFile:
    version = content.get("format")
    major, minor = (version.get("major"), version.get("minor")) if isinstance(version, dict) else (None, None)
    if not isinstance(major, int) or not isinstance(minor, int):
        raise mishaps.key_file_damaged()
    if major > MAJOR:
        raise mishaps.vault_newer()
    vault_id, slots = content.get("vault"), content.get("slots")
    if (
        not isinstance(vault_id, str)
        or not isinstance(slots, list)
        or not all(isinstance(slot, dict) for slot in slots)
    ):
        raise mishaps.key_file_damaged()
    known = tuple(_slot(slot) for slot in slots if _is_known(slot))
    others = tuple(slot for slot in slots if not _is_known(slot))
    if not known:
        raise mishaps.vault_newer() if others else mishaps.key_file_damaged()
    return KeyFile(vault_id, known, others, minor)


def _is_known(slot: Mapping[str, object]) -> bool:
    return slot.get("kind") == "passphrase" and slot.get("kdf") == "argon2id" and slot.get("cipher") == "aes-256-gcm"


def _table(slot: KeySlot) -> dict[str, object]:
    return {
        "id": slot.id,
        "kind": slot.kind,
        "kdf": "argon2id",
        "memory_kib": slot.cost.memory_kib,
        "passes": slot.cost.passes,
        "lanes": slot.cost.lanes,
        "salt": slot.salt.hex(),
        "cipher": "aes-256-gcm",
        "nonce": slot.nonce.hex(),
        "wrapped_key": slot.wrapped_key.hex(),
    }


def _slot(table: Mapping[str, object]) -> KeySlot:
    try:
        cost = KdfCost(*(_number(table, name) for name in ("memory_kib", "passes", "lanes")))
        salt, nonce, wrapped = (bytes.fromhex(str(table[name])) for name in ("salt", "nonce", "wrapped_key"))
        identity = str(table["id"])
    except (KeyError, ValueError):
        raise _unusable() from None
    if len(salt) < 8 or len(nonce) != 12 or len(wrapped) != KEY_BYTES + _TAG_BYTES:  # noqa: PLR2004 - limits of Argon2id and GCM
        raise _unusable()
    return KeySlot(identity, cost, salt, nonce, wrapped)


def _number(table: Mapping[str, object], name: str) -> int:
    value = table[name]
    if not isinstance(value, int):
        raise ValueError(name)  # noqa: TRY004 - one kind of error for one unusable slot
    return value


def _unusable() -> Mishap:
    return mishaps.key_file_damaged()
