"""Finds what a screen still says in English after it was turned to another language."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget

from intake.wording.catalogue import load_screen_words

sys.path.insert(0, str(Path(__file__).parent.parent.parent / "packaging"))  # scripts beside the package
_PLACE = re.compile(r"\\\{[a-z_]+\\\}")
_HOLE = re.compile(r"\{[a-z_]+\}")
_FIXED = re.compile(r"[A-Za-z]{2,}")
_FEWEST_WORDS = 2  # "{count} of {all}" fits too much that is no text of ours


@cache
def _english(code: str) -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """The English texts that are others in this language: those said as they stand, and those with places."""
    texts = load_screen_words(code).texts
    said = import_module("said_in_source").said_in_source()
    others = {one.english for one in said if texts.get((one.context, one.english), "") != one.english}
    same = {one.english for one in said if texts.get((one.context, one.english)) == one.english}
    others = {text for text in others - same if re.search(r"[A-Za-z]{2}", text)}
    telling = [text for text in others if "{" in text and len(_FIXED.findall(_HOLE.sub("", text))) >= _FEWEST_WORDS]
    patterns = [_PLACE.sub("(.+)", re.escape(text)) for text in telling]
    return frozenset(text for text in others if "{" not in text), tuple(re.compile(one, re.DOTALL) for one in patterns)


def english_left(root: QWidget, code: str = "es") -> list[str]:
    """Each English text of a screen that is still said below ``root``, seen or heard, shown or hidden."""
    plain, patterns = _english(code)
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        said = (text for text in _said_by(widget) if text in plain or any(one.fullmatch(text) for one in patterns))
        found += [f"{type(widget).__name__}: {text}" for text in said]
    return sorted(set(found))


def _said_by(widget: QWidget) -> Iterator[str]:
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    yield widget.toolTip()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(number) for number in range(widget.count()))
