"""How strong a passphrase is, and a good one to take."""

from __future__ import annotations

from dataclasses import dataclass

from intake.errors import Mishap
from intake.vault import passphrase_strength as strength


@dataclass(frozen=True, slots=True)
class Strength:
    """Whether a passphrase will do, in words, and one sentence of advice."""

    good_enough: bool
    words: str
    advice: str


def passphrase_strength(text: str) -> Strength:
    """Rate a passphrase as it is typed; quick enough for every key."""
    rated = strength.passphrase_strength(text)
    return Strength(rated.good_enough, "Strong enough" if rated.good_enough else "Not strong enough yet", rated.advice)


def suggest_passphrase() -> str:
    """Six words drawn at random from a list of 7,772: 77 bits."""
    return strength.suggest_passphrase().text


def refuse_weak(passphrase: bytearray, what_is_safe: str) -> None:
    """Raises Mishap ``weak_passphrase`` when it could be guessed."""
    if not strength.passphrase_strength(passphrase.decode("utf-8", "replace")).good_enough:
        raise Mishap(
            "weak_passphrase",
            "This passphrase could be guessed.",
            what_is_safe,
            "Use more words, or take the one we suggest.",
        )
