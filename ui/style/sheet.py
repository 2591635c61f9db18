"""The one style sheet, filled in from resources/style/forthright.qss."""

from __future__ import annotations

import dataclasses
from string import Template

from intake.resource_files import resources_folder
from ui.style.tokens import RADIUS, TYPE_SIZES, Tokens


def style_sheet(tokens: Tokens, text_scale: float) -> str:
    """The style sheet for one scheme at one text size (1.0 is as designed).

    Raises KeyError when the template names a token that does not exist: our own fault, met by the tests.
    """
    template = (resources_folder() / "style" / "forthright.qss").read_text(encoding="utf-8")
    values = {field.name: str(getattr(tokens, field.name)) for field in dataclasses.fields(tokens)}
    values |= {f"text_{size}": f"{round(size * text_scale)}px" for size in TYPE_SIZES}
    values["text_15"] = f"{round(15 * text_scale)}px"
    values["radius"] = f"{RADIUS}px"
    values["shade"] = "dark" if tokens.is_dark else "light"
    values["icons"] = (resources_folder() / "icons").as_posix()
    return Template(template).substitute(values)
