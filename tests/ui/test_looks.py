"""How large and how strong the screen is drawn: up to 400 %, in strong contrast, nothing known by color alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QImage, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from intake.actions.vault.looks import TEXT_PERCENTS, Contrast, Looks, read_looks, save_looks
from intake.clock import FixedClock
from tests.ui.clipping import clipped
from tests.ui.conftest import MOMENT
from tests.ui.practice_walk import Walk
from tests.ui.test_contrast import luminance
from ui.app import TEXT_SCALES, ForthrightApp
from ui.findings.panel import ProtectionsView
from ui.rail import Rail
from ui.screens.desk.panels.language import LanguagePanel
from ui.screens.desk.panels.looks import build as build_looks
from ui.screens.interview.screen import InterviewScreen
from ui.screens.interview.section_map import SectionMap
from ui.style.appearance import apply_appearance, current_question_scale, current_text_scale, current_tokens
from ui.style.letters import can_draw
from ui.style.roles import Role, set_role
from ui.style.tokens import DARK, LIGHT, STRONG, Tokens

KINDS = {
    "single_choice": "happened.how_taken",
    "multiple_choice": "happened.kinds",
    "short_text": "other_person.name",
    "long_text": "wishes.not_wanted",
    "approximate_date": "when_where.day",
}
UI = Path(__file__).parent.parent.parent / "ui"


@pytest.fixture(scope="module")
def walk(qapp: ForthrightApp) -> Iterator[Walk]:
    walk = Walk(FixedClock(MOMENT))
    yield walk
    walk.close()


@pytest.fixture
def app(qapp: ForthrightApp) -> Iterator[ForthrightApp]:
    yield qapp
    qapp.show_looks(1.0, "system")


def size_of(label: QWidget) -> int:
    return QFontMetrics(label.font()).height()


def press(walk: Walk, key: Qt.Key, times: int = 1) -> None:
    for _ in range(times):
        QTest.keyClick(walk.window.windowHandle(), key, Qt.KeyboardModifier.ControlModifier)
    walk.rest()


def test_the_keys_go_from_the_usual_size_to_four_times_it(walk: Walk, app: ForthrightApp) -> None:
    walk.open("way_back")
    press(walk, Qt.Key.Key_Plus, len(TEXT_SCALES))  # once more than there is to gain
    assert (current_text_scale(), current_question_scale()) == (2.0, 4.0)
    press(walk, Qt.Key.Key_Minus)
    assert current_question_scale() == 3.0
    press(walk, Qt.Key.Key_0)
    assert (current_text_scale(), current_question_scale()) == (1.0, 1.0)


def test_above_twice_its_size_the_question_grows_alone(walk: Walk, app: ForthrightApp) -> None:
    screen = walk.ask(KINDS["single_choice"])
    assert isinstance(screen, InterviewScreen)
    middle = screen.view.middle
    prompt = next(label for label in middle.card.findChildren(QLabel) if label.property("role") == Role.QUESTION.value)
    beside = middle.footer.stops()[1]
    usual = size_of(prompt), size_of(beside)
    app.show_looks(4.0, "system")
    assert size_of(prompt) == pytest.approx(4 * usual[0], abs=4)
    assert size_of(beside) == pytest.approx(2 * usual[1], abs=2)


@pytest.mark.parametrize("kind", KINDS)
def test_a_question_at_400_percent_is_whole_without_going_sideways(walk: Walk, app: ForthrightApp, kind: str) -> None:
    walk.open("way_back")
    app.show_looks(4.0, "system")
    screen = walk.ask(KINDS[kind])
    walk.window.resize(1024, 700)
    assert isinstance(screen, InterviewScreen)
    card = screen.view.middle.card
    assert clipped(card) == []
    for area in screen.view.middle.findChildren(QScrollArea):
        if area.isVisible():
            inner = area.widget()
            assert inner is not None
            assert inner.width() <= area.viewport().width() + 1


def test_looks_come_back_with_whoever_unlocks(walk: Walk, app: ForthrightApp) -> None:
    app.set_text_scale(1.5)
    app.set_contrast("strong")
    assert read_looks(walk.session) == Looks(150, Contrast.STRONG)
    app.show_looks(1.0, "system")
    assert current_tokens() is LIGHT
    walk.window.looks.bring_back()
    assert current_tokens() is STRONG
    assert current_text_scale() == 1.5


def test_the_choices_at_the_desk_follow_the_keys(qtbot: QtBot, walk: Walk, app: ForthrightApp) -> None:
    panel = build_looks(walk.state)
    qtbot.addWidget(panel)
    panel.retranslate()
    app.set_text_scale(1.5)
    app.set_contrast("strong")
    assert (panel.sizes.value(), panel.contrasts.value()) == ("150", "strong")


def test_what_nobody_offered_is_not_brought_back(walk: Walk) -> None:
    save_looks(walk.session, Looks(100, Contrast.USUAL))
    for kept in ("", "990,strong", "150,pink", "150", "x" * 400, "\u0661\u0665\u0660,strong"):
        walk.session.store.put_setting(f"desk.looks:{walk.session.staff_code}", kept)
        assert read_looks(walk.session) is None


def test_the_keys_and_the_desk_offer_the_same_sizes() -> None:
    assert tuple(round(scale * 100) for scale in TEXT_SCALES) == TEXT_PERCENTS


class Hints:
    """A computer that asks for strong contrast."""

    def __init__(self, scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference) -> None:
        self._scheme, self._contrast = scheme, contrast

    def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802 - Qt's name
        return self._scheme

    def accessibility(self) -> Hints:
        return self

    def contrastPreference(self) -> Qt.ContrastPreference:  # noqa: N802 - Qt's name
        return self._contrast


@pytest.mark.parametrize(
    ("chosen", "asked", "scheme", "drawn"),
    [
        ("system", Qt.ContrastPreference.HighContrast, Qt.ColorScheme.Light, STRONG),
        ("system", Qt.ContrastPreference.NoPreference, Qt.ColorScheme.Dark, DARK),
        ("strong", Qt.ContrastPreference.NoPreference, Qt.ColorScheme.Light, STRONG),
        ("usual", Qt.ContrastPreference.HighContrast, Qt.ColorScheme.Light, LIGHT),
    ],
)
def test_strong_contrast_follows_the_computer_until_somebody_chooses(
    app: ForthrightApp,
    monkeypatch: pytest.MonkeyPatch,
    chosen: str,
    asked: Qt.ContrastPreference,
    scheme: Qt.ColorScheme,
    drawn: Tokens,
) -> None:
    monkeypatch.setattr(app, "styleHints", lambda: Hints(scheme, asked))
    app.show_looks(1.0, chosen)
    assert current_tokens() is drawn


def option(is_chosen: bool) -> QWidget:
    return _pressed(QPushButton("By force"), Role.OPTION, is_chosen)


def non_answer(is_chosen: bool) -> QWidget:
    return _pressed(QPushButton("Skip"), Role.NONANSWER, is_chosen)


def part(is_chosen: bool) -> QWidget:
    return _pressed(QPushButton("What happened"), Role.SECTION, is_chosen)


def place(is_chosen: bool) -> QWidget:
    button = QToolButton()
    button.setText("Today")
    button.setProperty("here", is_chosen)
    set_role(button, Role.RAIL_BUTTON)
    return button


def _pressed(button: QPushButton, role: Role, is_chosen: bool) -> QWidget:
    button.setCheckable(True)
    button.setChecked(is_chosen)
    set_role(button, role)
    return button


def grays(widget: QWidget) -> list[float]:
    """The light of each pixel, as an eye without colors sees it."""
    widget.resize(200, 44)
    picture = QImage(widget.size(), QImage.Format.Format_RGB32)
    picture.fill(current_tokens().paper)
    widget.render(picture, widget.rect().topLeft(), QRegion(), QWidget.RenderFlag.DrawChildren)
    return [luminance(picture.pixelColor(x, y).name()) for x in range(picture.width()) for y in range(picture.height())]


@pytest.mark.parametrize("tokens", [LIGHT, DARK, STRONG], ids=lambda tokens: tokens.scheme)
@pytest.mark.parametrize("make", [option, non_answer, part, place])
def test_what_is_chosen_is_seen_without_colors(
    qtbot: QtBot, app: ForthrightApp, tokens: Tokens, make: Callable[[bool], QWidget]
) -> None:
    apply_appearance(app, tokens, 1.0)
    chosen, other = make(True), make(False)
    qtbot.addWidget(chosen)
    qtbot.addWidget(other)
    pairs = zip(grays(chosen), grays(other), strict=True)
    changed = sum((max(one, two) + 0.05) / (min(one, two) + 0.05) >= 3 for one, two in pairs)
    assert changed >= 100  # px: the words are bolder, a border is thicker


def test_nothing_moves_by_itself(app: ForthrightApp) -> None:
    for effect in (Qt.UIEffect.UI_AnimateMenu, Qt.UIEffect.UI_FadeMenu, Qt.UIEffect.UI_AnimateCombo):
        assert not app.isEffectEnabled(effect)
    moving = re.compile(r"Q\w*Animation|QTimeLine|QMovie|setAnimated\(True|QGraphicsOpacityEffect")
    assert [path.name for path in UI.rglob("*.py") if moving.search(path.read_text(encoding="utf-8"))] == []


def test_a_language_whose_letters_this_computer_lacks_is_named(walk: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert can_draw("Where would you like to start? ¿Dónde?")
    assert not can_draw("\ue123"), "a letter that no font has"
    panel = walk.open("desk").findChild(LanguagePanel)
    assert isinstance(panel, LanguagePanel)
    assert panel.letterless.isHidden()
    monkeypatch.setattr("ui.screens.desk.panels.language.can_draw", lambda words: words != "Español")
    panel.retranslate()
    assert panel.letterless.isVisible()
    assert panel.letterless.text().startswith("This computer has no font with the letters of Spanish.")


@pytest.mark.parametrize(("kind", "edge_at_end"), [(Rail, True), (SectionMap, True), (ProtectionsView, False)])
def test_the_edge_of_a_side_stands_towards_the_question_in_either_direction(
    qtbot: QtBot, qapp: ForthrightApp, kind: type[QWidget], *, edge_at_end: bool
) -> None:
    apply_appearance(qapp, LIGHT, 1.0)
    side = kind()
    qtbot.addWidget(side)
    side.resize(320, 600)
    for direction, is_right in (
        (Qt.LayoutDirection.RightToLeft, not edge_at_end),
        (Qt.LayoutDirection.LeftToRight, edge_at_end),
    ):
        side.setLayoutDirection(direction)
        drawn = side.grab().toImage()
        ends = [drawn.pixelColor(x, drawn.height() // 2).name().upper() for x in (0, drawn.width() - 1)]
        assert [one == LIGHT.line.upper() for one in ends] == [not is_right, is_right]
