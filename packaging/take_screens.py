"""Take the pictures in docs/screens: every screen on invented reports, both colour schemes, small and large.

Run under a virtual screen: ``make screens``; ``--into FOLDER`` keeps them elsewhere. The pictures are for people to
judge; no test compares pixels. Each group of screens is a file in ``packaging/pictures``.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from pictures.camera import MOMENT, SMALL, USUAL, Photographer
from pictures.interview import interview, marks
from pictures.keeping import keeping
from pictures.library import library
from pictures.office_questions import office_questions
from pictures.real_vault import with_a_vault
from pictures.referral import referral, words
from pictures.room import room
from pictures.spanish import in_spanish
from pictures.unlocking import before_unlocking

from intake.actions.vault.practise import open_practice
from intake.clock import FixedClock
from intake.content import load_content
from ui.app import ForthrightApp
from ui.style.tokens import DARK, LIGHT

FOLDER = Path(__file__).parent.parent / "docs" / "screens"


def main() -> None:
    """Walk through the program and take every picture."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--into", type=Path, default=FOLDER)
    folder: Path = asked.parse_args().into
    folder.mkdir(parents=True, exist_ok=True)
    camera = Photographer(ForthrightApp(sys.argv[:1]), folder)
    camera.look(LIGHT)
    before_unlocking(camera)
    camera.window.keeper.open_with(lambda: open_practice(load_content(), FixedClock(MOMENT)))
    for tokens, tail in ((LIGHT, ""), (DARK, "-dark")):
        camera.look(tokens)
        camera.go("today")
        camera.shoot(f"today{tail}")
        for group in (interview, referral, words, office_questions, library, marks, room):
            group(camera, tail)
    in_spanish(camera)
    camera.look(LIGHT, SMALL)
    interview(camera, "-small")
    camera.look(LIGHT, USUAL, 2.0)
    for group in (interview, marks, office_questions, library, room):
        group(camera, "-large-text")
    for tokens, tail, scale in ((LIGHT, "", 1.0), (DARK, "-dark", 1.0), (LIGHT, "-large-text", 2.0)):
        camera.look(tokens, USUAL, scale)
        keeping(camera, tail)
    camera.window.keeper.lock()
    camera.state.practice_at_rest = None
    for tokens, tail, scale in ((LIGHT, "", 1.0), (DARK, "-dark", 1.0), (LIGHT, "-large-text", 2.0)):
        camera.look(tokens, USUAL, scale)
        with_a_vault(camera, tail)


if __name__ == "__main__":
    main()
