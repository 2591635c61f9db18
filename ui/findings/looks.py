"""How a shape looks: the stripe of its card, the role of its words, the colour of its picture."""

from __future__ import annotations

from collections.abc import Mapping

from ui.shared_widgets.card import Stripe
from ui.style.roles import Role

LOOKS: Mapping[str, tuple[Stripe | None, Role, str]] = {
    "full": ("holds", Role.OUTCOME_HOLDS, "holds"),
    "half": ("stops", Role.OUTCOME_STOPS, "stops"),
    "open": ("open", Role.OUTCOME_OPEN, "ink_soft"),
    "none": (None, Role.OUTCOME_OPEN, "ink_soft"),
}
STATES: Mapping[str, tuple[str, str]] = {
    "met": ("check", "holds"),
    "not_met": ("close", "ink_soft"),
    "not_known": ("open", "ink_soft"),
}
"""Picture and colour of a condition, beside the word that says the same."""
