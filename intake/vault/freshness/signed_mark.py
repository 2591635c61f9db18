"""A mark as it is kept outside the records: signed, and with nothing in it that tells of a person or a place."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from intake.vault.freshness.standing import Mark
from intake.vault.keyed_hash import keyed_hash, same

_LONGEST = 128


@dataclass(frozen=True, slots=True)
class Kept:
    """What was read: whether the signature holds under the present key, and under which key it was made."""

    mark: Mark
    key_name: str = field(repr=False)
    is_ours: bool
    bases: tuple[str, ...] = field(default=(), repr=False)


def written(key: bytearray, key_name: str, mark: Mark, bases: tuple[str, ...] = ()) -> bytes:
    """One line of ASCII."""
    content = {
        "seq": mark.seq,
        "seal": mark.seal,
        "device": mark.device,
        "time": mark.time,
        "base": mark.base,
        "bases": list(bases),
        "key": key_name,
    }
    signature = _signature(key, content)
    return json.dumps({**content, "signature": signature}, separators=(",", ":")).encode("ascii") + b"\n"


def read(raw: bytes, key: bytearray) -> Kept | None:
    """What a line holds; None where it is garbled."""
    try:
        content = json.loads(raw.decode("ascii"))
        signature = content.pop("signature")
        mark = Mark(
            _count(content["seq"]), _text(content["seal"]), _text(content["device"]), _count(content["time"]),
            _text(content["base"]),
        )  # fmt: skip
        bases = tuple(_text(base) for base in content["bases"])
        return Kept(mark, _text(content["key"]), same(_text(signature), _signature(key, content)), bases)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _signature(key: bytearray, content: dict[str, object]) -> str:
    return keyed_hash(key, ["kept outside", *(content[name] for name in sorted(content))])


def _count(value: object) -> int:
    if type(value) is not int:  # neither true nor 1e999
        raise ValueError("no count")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise ValueError("no short text")
    return value
