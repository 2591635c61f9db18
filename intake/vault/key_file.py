"""``key_slots.json``: the public half of the keys, with a checksum that tells damage from a wrong passphrase.

The outer frame never changes: ``format`` with major and minor, and ``sha256`` over the canonical text of all
the rest. A newer major is refused before the passphrase is asked for; a newer minor may be read, and slots of
a kind this version does not know are kept as they are. From minor 1 on, ``seal`` is a keyed seal over the whole
(``slots.seal``), checked once a slot has opened. From minor 2 on, ``changes.head`` must lie beside the records.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from intake.errors import Mishap
from intake.vault import mishaps
from intake.vault.keys import DataKey, KeySlot
from intake.vault.private_folder import write_private_file
from intake.vault.slots.key_mishaps import key_not_proven
from intake.vault.slots.recovery_slot import RecoverySlot
from intake.vault.slots.seal import seal_of
from intake.vault.slots.slot_tables import (
    check_together,
    hex_bytes,
    is_passphrase,
    is_recovery,
    passphrase_table,
    read_passphrase,
    read_recovery,
    recovery_table,
)

KEY_FILE = "key_slots.json"
MAJOR = 1
MINOR = 2
HEAD_MINOR = 2
_MOST_BYTES = 1024 * 1024
_MOST_SLOTS = 64
_MOST_WORK_KIB = 32 * 1024 * 1024  # of all passphrase slots together: trying them all ends within half a minute
_MOST_NAME = 64
_OUR_WORDS = frozenset({"format", "sha256", "slots"})
_WRITTEN = _OUR_WORDS | {"vault", "seal"}


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The slots of one vault. ``other_slots`` and ``other_words`` are what only a newer version understands.

    ``seal`` is empty in format 1.0; ``sealed_text`` is what it must be the seal of.
    """

    vault_id: str
    slots: tuple[KeySlot, ...]
    other_slots: tuple[Mapping[str, object], ...] = ()
    minor: int = 0
    recovery: tuple[RecoverySlot, ...] = ()
    other_words: Mapping[str, object] = field(default_factory=dict, repr=False)
    seal: bytes = field(default=b"", repr=False, compare=False)
    sealed_text: bytes = field(default=b"", repr=False, compare=False)

    @property
    def must_have_head(self) -> bool:
        """Whether a file beside the records says how far they had come (``freshness.head_file``)."""
        return self.minor >= HEAD_MINOR

    @property
    def has_room(self) -> bool:
        """Whether trying every slot still takes a bearable time."""
        return _is_bearable(self.slots, len(self.slots) + len(self.recovery) + len(self.other_slots))


def write_key_file(
    folder: Path, keys: KeyFile, key: DataKey | None = None, prove: Callable[[KeyFile], None] | None = None
) -> None:
    """Put the key file in place, durable, whole or not at all. Raises Mishap.

    With the data key it is sealed. ``prove`` is given the new file as read back from the disk; when it raises, the
    old file stays.
    """
    if key is not None:
        keys = replace(keys, minor=max(keys.minor, MINOR))
    content: dict[str, object] = {
        **keys.other_words,
        "format": {"major": MAJOR, "minor": keys.minor},
        "vault": keys.vault_id,
        "slots": [
            *(passphrase_table(slot) for slot in keys.slots),
            *(recovery_table(slot) for slot in keys.recovery),
            *keys.other_slots,
        ],
    }
    if key is not None:
        content["seal"] = seal_of(_rendered(content), key, keys.vault_id).hex()
    whole = _rendered({**content, "sha256": _checksum(content)})
    write_private_file(folder / KEY_FILE, whole, None if prove is None else lambda written: prove(_read_back(written)))


def read_key_file(folder: Path) -> KeyFile:
    """Read and check the key file.

    Raises Mishap: vault_damaged (garbled, cut, changed), not_a_vault (another program's), vault_newer, not_private.
    """
    return _read(_raw(folder / KEY_FILE))


def _read_back(written: Path) -> KeyFile:
    try:
        return _read(_raw(written))
    except Mishap:
        raise key_not_proven() from None


def _read(raw: bytes) -> KeyFile:
    try:
        content = json.loads(raw.decode("ascii"))
        if not isinstance(content, dict) or not _OUR_WORDS & content.keys():
            raise mishaps.not_a_vault()
        stated = content.pop("sha256", None)
        if stated != _checksum(content) or _rendered({**content, "sha256": stated}) != raw:
            raise mishaps.key_file_damaged()
        return _key_file(content)
    except (ValueError, RecursionError):
        raise mishaps.key_file_damaged() from None


def _raw(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file():
            raise mishaps.not_a_vault()  # reading from a pipe or a device might never end
        with path.open("rb") as file:
            raw = file.read(_MOST_BYTES + 1)
    except FileNotFoundError:
        raise mishaps.key_file_damaged() from None
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
    """The file behind a checksum that fits. Raises Mishap, ValueError."""
    version = content.get("format")
    major, minor = (version.get("major"), version.get("minor")) if isinstance(version, dict) else (None, None)
    if type(major) is not int or type(minor) is not int or minor < 0:
        raise mishaps.key_file_damaged()
    if major > MAJOR:
        raise mishaps.vault_newer()
    vault_id, tables = content.get("vault"), content.get("slots")
    if not isinstance(vault_id, str) or len(vault_id) > _MOST_NAME or not isinstance(tables, list):
        raise mishaps.key_file_damaged()
    if len(tables) > _MOST_SLOTS or not all(isinstance(table, dict) for table in tables):
        raise mishaps.key_file_damaged()
    slots = tuple(read_passphrase(table) for table in tables if is_passphrase(table))
    recovery = tuple(read_recovery(table) for table in tables if is_recovery(table))
    others = tuple(table for table in tables if not is_passphrase(table) and not is_recovery(table))
    if not slots:
        raise mishaps.vault_newer() if others else mishaps.key_file_damaged()
    check_together(slots, recovery)
    if not _is_bearable(slots, len(tables)):
        raise mishaps.key_file_damaged()
    rest = {word: value for word, value in content.items() if word not in _WRITTEN}
    sealed_text = _rendered({word: value for word, value in content.items() if word != "seal"})
    return KeyFile(vault_id, slots, others, minor, recovery, rest, _seal(content), sealed_text)


def _seal(content: Mapping[str, object]) -> bytes:
    seal = content.get("seal", "")
    if not isinstance(seal, str):
        raise ValueError("seal")  # noqa: TRY004 - one kind of error for one unusable file
    return hex_bytes(seal)


def _is_bearable(slots: tuple[KeySlot, ...], count: int) -> bool:
    return count <= _MOST_SLOTS and sum(slot.cost.work_kib for slot in slots) <= _MOST_WORK_KIB
