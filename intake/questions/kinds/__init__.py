"""The kinds of answers, one file each; a new file is found by its being here."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from importlib import import_module
from typing import cast

from intake.questions.answer_kind import AnswerKind, NotUnderstood

__all__ = ["AnswerKind", "NotUnderstood", "discover"]


def discover() -> Mapping[str, AnswerKind]:
    """Every kind by its id, which is the name of its file."""
    modules = (import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__))
    kinds = (cast("AnswerKind", module.KIND) for module in modules)
    return {kind.id: kind for kind in kinds}
