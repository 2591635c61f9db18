"""A passphrase on its way from a field to the vault, with no readable copy of ours left behind.

Qt and the system's input method hold copies that no program can reach; those we make are overwritten.
Python strings cannot be wiped by Python itself, hence the one use of ctypes. CPython only; sizes in bytes.
"""

from __future__ import annotations

import ctypes
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QLineEdit

_ASCII_HEADER = sys.getsizeof("ab") - 3
_WIDE_HEADER = sys.getsizeof("\u0101\u0102") - 6


def take_secret(field: QLineEdit) -> bytearray:
    """The text of a field as UTF-8 that the caller wipes; the field is emptied."""
    text = field.text()
    if not text.isascii():
        # the same letters typed on another keyboard must give the same bytes
        text, typed = unicodedata.normalize("NFC", text), text
        if typed is not text:
            wipe_text(typed)
        del typed
    secret = utf8(text)
    wipe_text(text)
    del text
    field.clear()
    return secret


def utf8(text: str) -> bytearray:
    """Encode letter by letter: ``str.encode`` would leave an immutable copy behind."""
    secret = bytearray(4 * len(text))
    end = 0
    for letter in text:
        for byte in letter.encode("utf-8", "surrogatepass"):
            secret[end] = byte
            end += 1
    for at in range(end, len(secret)):
        secret[at] = 0
    del secret[end:]
    return secret


def wipe(secret: bytearray) -> None:
    """Overwrite, then empty."""
    for at in range(len(secret)):
        secret[at] = 0
    secret.clear()


@contextmanager
def wiped(*secrets: bytearray | None) -> Iterator[None]:
    """Overwrite them when the block ends, whatever happens."""
    try:
        yield
    finally:
        for secret in secrets:
            if secret is not None:
                wipe(secret)


def wipe_text(text: str) -> None:
    """Overwrite a string that nobody else holds: one just handed over by Qt. Never a literal."""
    if len(text) < 2 or sys.implementation.name != "cpython":  # noqa: PLR2004 - single letters are shared by all
        return
    width = 1 if max(text) <= "\xff" else 2 if max(text) <= "\uffff" else 4
    header = _ASCII_HEADER if text.isascii() else _WIDE_HEADER
    ctypes.memset(id(text) + header, 0, len(text) * width)
