"""Words as they are compared and looked for, however somebody typed them."""

from __future__ import annotations

import unicodedata


def plain_letters(text: str) -> str:
    """Small letters without accents, so that nobody has to type them."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
