"""A test that changes how all is drawn cannot change what the next one sees."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale, Qt

from tests.ui.left_as_found import draw_as_designed, left_as_found
from ui.app import ForthrightApp
from ui.style.appearance import apply_appearance, current_question_scale, current_tokens
from ui.style.tokens import DARK, LIGHT

pytestmark = pytest.mark.usefixtures("qapp")


def test_what_a_test_changes_goes_with_it(qapp: ForthrightApp) -> None:
    draw_as_designed(qapp)
    with left_as_found(qapp):
        apply_appearance(qapp, DARK, 2.0)
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        QLocale.setDefault(QLocale("es"))
    assert (current_tokens(), current_question_scale()) == (LIGHT, 1.0)
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert QLocale().language() != QLocale.Language.Spanish


def test_what_a_whole_module_has_set_stays_for_its_tests(qapp: ForthrightApp) -> None:
    apply_appearance(qapp, DARK, 1.5)
    with left_as_found(qapp):
        apply_appearance(qapp, LIGHT, 4.0)
    assert (current_tokens(), current_question_scale()) == (DARK, 1.5)


@pytest.mark.parametrize("number", [1, 2])
def test_no_test_finds_what_another_left(qapp: ForthrightApp, number: int) -> None:
    assert current_question_scale() == 1.0, number
    apply_appearance(qapp, LIGHT, 2.0)
