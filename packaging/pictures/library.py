"""What may protect: a finding, all cards, the library with its page for the person, policies side by side."""

from __future__ import annotations

from pictures.camera import Photographer

from ui.screens.interview.view import InterviewView
from ui.screens.library.screen import LibraryScreen


def library(camera: Photographer, tail: str) -> None:
    """A finding in full, all cards to try out, the library, a card in Spanish with its page to save, the policies."""
    case = camera.robbed()
    camera.go("interview", case_id=case)
    camera.window.findChild(InterviewView).panel.opened.emit("us-ca-sf-da-safety")
    camera.shoot(f"finding{tail}")
    camera.go("try_out", case_id=case)
    camera.shoot(f"try-out{tail}")
    screen = camera.go("library", instrument="us-ca-pc-647.3")
    if not isinstance(screen, LibraryScreen):
        raise SystemExit("there is no library")
    camera.press("Español")
    camera.shoot(f"library-card{tail}")
    bar = screen.page.reading.verticalScrollBar()
    bar.setValue(bar.maximum())
    camera.shoot(f"library-page-for-the-person{tail}")
    camera.press("English")
    camera.press("Back to the library")
    camera.shoot(f"library{tail}")
    camera.go("policies")
    camera.shoot(f"policies{tail}")
