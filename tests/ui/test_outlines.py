"""Every screen keeps its outline: classes, roles, names, order, what can be used. No pixels, no sentences.

If a change is meant: FORTHRIGHT_REWRITE=1 pytest tests/ui/test_outlines.py, then look at what git says of the files.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from intake.actions.cases.cases import list_cases
from intake.clock import FixedClock
from tests.ui.conftest import MOMENT
from tests.ui.left_as_found import draw_as_designed
from tests.ui.outline import outline
from tests.ui.practice_walk import OPENED, Walk
from ui.app import ForthrightApp

FOLDER = Path(__file__).parent / "outlines"
REWRITE = os.environ.get("FORTHRIGHT_REWRITE") == "1"
TWO = {"interview, two things": "interview", "interview, two things, read out": "interview, read out"}
"""The report of two things and two people, in these places."""
PLACES = (*OPENED, *TWO)


@pytest.fixture(scope="module")
def outlines(qapp: ForthrightApp) -> Iterator[Mapping[str, str]]:
    """All of them, always opened in the same order: what one place leaves behind never comes before another."""
    draw_as_designed(qapp)
    walk = Walk(FixedClock(MOMENT))
    with pytest.MonkeyPatch.context() as patch, clock_of_utc():
        patch.setattr("ui.shared_widgets.folder_picker.sticks_and_discs", list)  # as on a computer without one
        drawn = {place: outline(walk.open(place)) for place in OPENED}
        walk.case_id = next(line.id for line in list_cases(walk.session) if line.label == "M-35")
        drawn |= {place: outline(walk.open(shown)) for place, shown in TWO.items()}
    yield drawn
    walk.close()


@contextmanager
def clock_of_utc() -> Iterator[None]:
    """What is left of a span, and the greeting, hang on the time of day here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "UTC")
        time.tzset()
        yield
    time.tzset()


def file_of(place: str) -> Path:
    return FOLDER / f"{place.replace(', ', '-').replace(' ', '_')}.txt"


@pytest.mark.parametrize("place", PLACES)
def test_a_screen_keeps_its_outline(outlines: Mapping[str, str], place: str) -> None:
    path = file_of(place)
    if REWRITE:
        FOLDER.mkdir(exist_ok=True)
        path.write_text(outlines[place], encoding="utf-8")
    assert outlines[place], "there is nothing on it"
    assert outlines[place] == path.read_text(encoding="utf-8"), "if it is meant, run again with FORTHRIGHT_REWRITE=1"


def test_no_outline_is_left_of_a_place_that_is_gone() -> None:
    assert {path.name for path in FOLDER.iterdir()} <= {file_of(place).name for place in PLACES}
