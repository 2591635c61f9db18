"""Binds what stands beside the question, and in its place, to the presenter."""

from __future__ import annotations

from ui.screens.interview.flow.presenter import InterviewPresenter
from ui.screens.interview.view import InterviewView


def wire_sides(view: InterviewView, presenter: InterviewPresenter) -> None:
    """The map, what may protect, what is better done soon, and which of several things a question is about."""
    panel, over, parts = view.panel, view.over, view.map
    panel.opened.connect(presenter.open_finding)
    panel.time.opened.connect(presenter.time.open)
    over.time.met.connect(presenter.time.meet)
    parts.section_wanted.connect(presenter.go_to_section)
    for side in (panel, over.finding, over.time, parts, view.middle.about):
        side.question_wanted.connect(presenter.go_to_question)
    view.middle.about.name_typed.connect(presenter.short_name.typed)
    for part in (view.middle.about, view.middle.one_more):
        part.change_wanted.connect(presenter.change_several)
