"""How long a passphrase would hold, said in our words, and a suggestion that holds well.

The bar is 10^14 guesses. At the default cost one guess moves about 2.3 GB through memory (256 MiB, three passes,
each block written once and read twice), so a graphics card that moves 1 TB/s makes about 440 guesses a second and
a thousand of them 440,000. 10^14 guesses then take about seven years, half of that on average; on cards five times
as fast, a year and a half. Six words of the list are 10^23 guesses and stay out of reach.

The estimate comes from zxcvbn, which knows English words best: phrases in other languages are rated too high.
"""

from __future__ import annotations

import math
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field

GOOD_ENOUGH_LOG10 = 14.0
_LONGEST_RATED = 72
_LIST = "eff-long"
_LONGEST_WORD = 99

_ADVICE: Mapping[str, str] = {
    "strength.empty": "Choose six or more words that do not belong together, or let us suggest some.",
    "strength.good": "This passphrase will hold. Say it to yourself a few times until you know it.",
    "strength.repeats": "Repeats and runs such as aaa or 1234 are tried early. Add words that do not belong together.",
    "strength.keyboard": "Keys that lie side by side are tried early. Add words that do not belong together.",
    "strength.dates": "Days and years are tried early. Add words that do not belong together.",
    "strength.known_words": "Words and names that people often use are tried early. Add more words that do not belong "
    "together.",
    "strength.longer": "It is not long enough yet. Add another word or two.",
}
_ADVICE_BY_PATTERN = {
    "repeat": "strength.repeats",
    "sequence": "strength.repeats",
    "spatial": "strength.keyboard",
    "date": "strength.dates",
    "regex": "strength.dates",
    "dictionary": "strength.known_words",
}


@dataclass(frozen=True, slots=True)
class Strength:
    """An estimate: the power of ten of the guesses needed, whether that is enough, and one sentence of advice."""

    guesses_log10: float
    good_enough: bool
    advice_id: str
    advice: str


@dataclass(frozen=True, slots=True)
class SuggestedPassphrase:
    """Words drawn at random, and how many bits of chance are in them."""

    text: str = field(repr=False)
    bits: float


def passphrase_strength(passphrase: str, known_words: tuple[str, ...] = ()) -> Strength:
    """Rate a passphrase. ``known_words`` are what an attacker would try first, such as the name of the office.

    Only the first 72 characters are rated, since the time grows steeply; more can only make it better.
    """
    from zxcvbn import zxcvbn

    if not passphrase:
        return _strength(0.0, "strength.empty")
    rated = zxcvbn(passphrase[:_LONGEST_RATED], user_inputs=list(known_words))
    guesses_log10 = float(rated["guesses_log10"])
    if guesses_log10 >= GOOD_ENOUGH_LOG10:
        return _strength(guesses_log10, "strength.good")
    # the longest piece that follows a pattern is what the advice is about
    pieces = sorted(rated["sequence"], key=lambda piece: len(piece["token"]), reverse=True)
    patterns = [_ADVICE_BY_PATTERN[piece["pattern"]] for piece in pieces if piece["pattern"] in _ADVICE_BY_PATTERN]
    return _strength(guesses_log10, patterns[0] if patterns else "strength.longer")


def suggest_passphrase(words: int = 6, between: str = " ") -> SuggestedPassphrase:
    """``words`` words drawn by the system's own chance from the long list of the EFF (7,772 of plain letters).

    Six of them are 77 bits.
    """
    from xkcdpass.xkcd_password import generate_wordlist

    # the list alone is taken from the library; drawing stays here, out of reach of its command-line switches
    known = sorted(generate_wordlist(_LIST, min_length=1, max_length=_LONGEST_WORD, valid_chars="[a-z]"))
    drawn = [secrets.choice(known) for _ in range(words)]
    return SuggestedPassphrase(between.join(drawn), words * math.log2(len(known)))


def _strength(guesses_log10: float, advice_id: str) -> Strength:
    return Strength(guesses_log10, guesses_log10 >= GOOD_ENOUGH_LOG10, advice_id, _ADVICE[advice_id])
