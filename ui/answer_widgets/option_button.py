"""One choice of a question."""

from __future__ import annotations

from ui.shared_widgets.choice_button import ChoiceButton


class OptionButton(ChoiceButton):
    """Told apart from the four equal answers, which are choices too."""
