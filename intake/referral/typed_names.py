"""All that somebody typed on a page: a name, a program, a number of a few kinds. Each has a narrow shape."""

from __future__ import annotations

import re
import unicodedata

from intake.referral.frames import Typed
from intake.referral.page_words import NeverWords

LONGEST_NAME = 40
MOST_NAME_WORDS = 3
LONGEST_PROGRAM = 60
MOST_PROGRAM_WORDS = 8

_NAME_MARKS = "-'.\N{RIGHT SINGLE QUOTATION MARK}"
_SMALL_IN_A_NAME = frozenset({
    "al", "bin", "bint", "da", "das", "de", "del", "den", "der", "di", "do", "dos", "du", "e", "el", "ibn", "la", "las",
    "le", "los", "san", "santa", "ter", "van", "von", "y", "zu",
})  # fmt: skip
"""Words that names hold in small letters."""

_MOST_LETTERS = (
    (re.compile("[\u3400-\u9fff]"), 6),
    (re.compile("[\uac00-\ud7a3]"), 5),
    (re.compile("[\u0e01-\u0e4e]"), 26),
)
"""Han, Hangul, Thai: scripts without capitals, in which a sentence may have no spaces."""

_CODE = re.compile(r"[A-Z0-9]{4,10}|(?=.{3,10}$)[A-Z]{1,3}-[0-9]{1,6}", re.ASCII)
_PHONE = re.compile(r"[+(]?\d[\d ()./-]{5,18}\d", re.ASCII)
_FEW_WORDS = re.compile(r"[^\W_](?:[^\W_]|[ ,.'\u2019!?/&-]){1,158}[^\W_.,/&-]|[^\W_]{2}")
_NAME_USED = re.compile(r"[^\W\d_](?:[^\W\d_]|[ .'\u2019-]){0,38}[^\W\d_.' -]")
SHAPES = {
    # a letter alone or a word would be no plate: there is a digit in it somewhere
    Typed.PLATE: re.compile(r"(?=[A-Z -]{0,8}\d)[A-Z\d](?:[A-Z\d -]{0,8}[A-Z\d])?", re.ASCII),
    Typed.PHONE: _PHONE,
    Typed.BADGE: re.compile(r"(?:[A-Z]{1,2}[ -]?)?\d{1,6}", re.ASCII),
    Typed.NAME_USED: _NAME_USED,
    Typed.MARKS: _FEW_WORDS,
    Typed.CLOTHING: _FEW_WORDS,
    Typed.VOICE: _FEW_WORDS,
    Typed.VEHICLE: _FEW_WORDS,
    Typed.WORDS_SAID: re.compile(r"[^\W_](?:[^\W_]|[ ,.'\u2019!?/&-]){1,159}"),
}
"""What may be typed into a sentence."""

_REPORT_NUMBER = re.compile(r"(?:[A-Z]{1,3}[ -]?)?\d[\d -]{2,13}\d", re.ASCII)


def is_name_to_use(text: str, never: NeverWords) -> bool:
    """Whether this can stand under *Name to use*: up to three words of letters, or a short code."""
    if never.in_name(text):
        return False
    return _CODE.fullmatch(text) is not None or (
        len(text) <= LONGEST_NAME
        and 0 < len(text.split(" ")) <= MOST_NAME_WORDS
        and all(_is_word(word, _NAME_MARKS) for word in text.split(" "))
        and not _is_sentence(text)
    )


def _is_sentence(text: str) -> bool:
    """Whether several words stand here as in a sentence, or more letters of one script than a name in it has."""
    words = text.split(" ")
    too_long = any(len(script.findall(text)) > most for script, most in _MOST_LETTERS)
    small = [word for word in words[:-1] if word[0].islower() and word not in _SMALL_IN_A_NAME]
    return too_long or (len(words) > 1 and (bool(small) or words[-1][0].islower()))


def is_program(text: str, never: NeverWords) -> bool:
    """Whether this can stand under *Prepared by*: a short neutral name, and a phone number behind it or none."""
    phone = re.search(rf"[ ,;]*{_PHONE.pattern}$", text)
    name = text[: phone.start()] if phone else text
    return (
        len(name) <= LONGEST_PROGRAM
        and 0 < len(name.split(" ")) <= MOST_PROGRAM_WORDS
        and all(_is_word(word, _NAME_MARKS + ",&", digits=True) for word in name.split(" "))
        and any(letter.isalpha() for letter in name)
        and not never.in_name(name)
    )


def is_report_number(text: str) -> bool:
    """Whether this is a report number as offices give them: digits, and up to three letters before them."""
    return _REPORT_NUMBER.fullmatch(text) is not None


def _is_word(word: str, marks: str, *, digits: bool = False) -> bool:
    if not word or len(re.findall(r"\d", word)) > (3 if digits else 0):
        return False
    if not any(unicodedata.category(letter)[0] == "L" or letter == "&" or letter.isdigit() for letter in word):
        return False
    return all(letter in marks or letter.isdigit() or unicodedata.category(letter)[0] in "LM" for letter in word)
