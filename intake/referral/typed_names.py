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
_CODE = re.compile(r"[A-Z0-9]{4,10}|(?=.{3,10}$)[A-Z]{1,3}-[0-9]{1,6}", re.ASCII)
_PHONE = re.compile(r"[+(]?\d[\d ()./-]{5,18}\d", re.ASCII)
SHAPES = {
    # a letter alone or a word would be no plate: there is a digit in it somewhere
    Typed.PLATE: re.compile(r"(?=[A-Z -]{0,8}\d)[A-Z\d](?:[A-Z\d -]{0,8}[A-Z\d])?", re.ASCII),
    Typed.PHONE: _PHONE,
    Typed.BADGE: re.compile(r"(?:[A-Z]{1,2}[ -]?)?\d{1,6}", re.ASCII),
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
    )


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
