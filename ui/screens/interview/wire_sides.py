"""Binds what stands beside the question, and in its place, to the presenter."""

from __future__ import annotations

from ui.screens.interview.flow.presenter import InterviewPresenter
from ui.screens.interview.view import InterviewView


def wire_sides(view: InterviewView, presenter: InterviewPresenter) -> None:
    """The map, what may protect and what is better done soon."""
    panel, over, parts = view.panel, view.over, view.map
    panel.opened.connect(presenter.open_finding)
    panel.time.opened.connect(presenter.time.open)
    over.time.met.connect(presenter.time.meet)
    parts.section_wanted.connect(presenter.go_to_section)
    for side in (panel, over.finding, over.time, parts):
        side.question_wanted.connect(presenter.go_to_question)
