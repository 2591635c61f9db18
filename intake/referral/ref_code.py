"""The eight characters by which an office and the program speak of one page."""

from __future__ import annotations

import base64
import hashlib
import re

LENGTH = 8
_SHAPE = re.compile(r"[A-Z2-7]{8}", re.ASCII)


def ref_code(release_id: str) -> str:
    """The code that belongs to a release: random because its id is, the same each time, and no way back to the id."""
    digest = hashlib.sha256(b"ref:" + release_id.encode("utf-8", "surrogatepass")).digest()
    return base64.b32encode(digest).decode("ascii")[:LENGTH]


def is_ref_code(text: str) -> bool:
    """Whether this has the shape of such a code."""
    return _SHAPE.fullmatch(text) is not None
