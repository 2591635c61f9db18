"""The PDF page, locked for a partner's public key in the age format. Only the partner can open it."""

from __future__ import annotations

import re

from intake.export.doubts import as_refusals
from intake.export.exporter import Check, FormatWords, KeyKind
from intake.export.formats.pdf import PdfExporter
from intake.releases.refusal import Refusal

_FIRST_LINE = b"age-encryption.org/v1\n"
_STANZA = re.compile(rb"^-> (\S+)", re.MULTILINE)
_END = re.compile(rb"^--- [A-Za-z0-9+/]{43}\n", re.MULTILINE)
_CHUNK, _TAG, _NONCE = 65_536, 16, 16  # the payload's layout, from the age specification
_FOR_NOBODY = b"-grease"  # an entry that implementations may add so that readers keep skipping what they do not know


class AgeSeal:
    """age v1 for one X25519 recipient. We cannot open it again: what goes in was read back whole just before."""

    needs = KeyKind.PUBLIC_KEY

    def problem(self, key: str, /) -> str:
        """Whether it is the public key of one person, with a checksum that fits."""
        import pyrage

        if key.strip().upper().startswith("AGE-SECRET-KEY-"):
            return "age_secret_key"
        try:
            pyrage.x25519.Recipient.from_str(key.strip())
        except pyrage.RecipientError:
            return "age_key"
        return ""

    def close(self, finished: bytes, key: str, /) -> bytes:
        """The locked file."""
        import pyrage

        return bytes(pyrage.encrypt(finished, [pyrage.x25519.Recipient.from_str(key.strip())]))

    def check(self, sealed: bytes, finished: bytes, key: str, check: Check, /) -> tuple[Refusal, ...]:
        """The head, read by ourselves: one recipient, and behind it as many bytes as the page needs, none plain."""
        del key
        end = _END.search(sealed)
        kinds = _STANZA.findall(sealed[: end.start()]) if end else []
        real = [kind for kind in kinds if not kind.endswith(_FOR_NOBODY)]
        chunks = max(1, -(-len(finished) // _CHUNK))
        payload = len(sealed) - end.end() if end else -1
        whole = sealed.startswith(_FIRST_LINE) and payload == _NONCE + len(finished) + chunks * _TAG
        if real != [b"X25519"] or not whole or finished[:64] in sealed:
            return as_refusals(["file_not_sealed"])
        return check(finished)


EXPORTER = PdfExporter(
    "age",
    FormatWords(
        "Locked for one partner (age)", "Only the partner whose public key you have can open it, not even you."
    ),
    ".pdf.age",
    AgeSeal(),
)
