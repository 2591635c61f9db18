"""Telephone numbers and other long numbers, e-mail addresses, and names used online."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from intake.screening.details.detail import Detail, Whose

_NUMBER = re.compile(
    r"(?<![A-Za-z0-9.,/:$\u20ac-])(?!(?:19|20)\d\d-\d\d-\d\d)(?!\d{4}-\d{4}(?!\d))"
    r"\d(?:[ ().-]{0,2}\d){6,18}(?![A-Za-z0-9/:])"
)
_OPENS = re.compile(r"\+?\(?$")
_SIGN = re.compile(r"[@_][@_]*")
_BEFORE = re.compile(r"[\w.+-]{0,64}$")
_ONLINE = re.compile(r"[^\W_]\w{0,40}_[^\W_]\w{0,20}|[\w.+-]{0,64}@\w[\w.-]{1,80}")
_LONGEST = 64


class Contacts:
    """A number of seven digits or more is one by which somebody is found: a telephone, an account, an identity card."""

    def find(self, text: str, numbers: Sequence[int]) -> Iterator[Detail]:
        """Each number, address and name used online."""
        after = 0
        for at in numbers:
            found = _NUMBER.match(text, at) if at >= after else None
            if found:
                after = found.end()
                opens = _OPENS.search(text, max(0, at - 2), at)
                yield Detail(opens.start() if opens else at, found.end(), Whose.UNLESS_OTHERS)
        after = 0
        for sign in _SIGN.finditer(text):
            if sign.start() < after:
                continue
            before = _BEFORE.search(text, max(0, sign.start() - _LONGEST), sign.start())
            found = _ONLINE.match(text, max(after, before.start() if before else sign.start()))
            if found and found.end() > sign.start():
                after = found.end()
                yield Detail(*found.span(), Whose.UNLESS_OTHERS)
