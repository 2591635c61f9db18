"""One line of the headless verb ``screen``: a text goes in, what would harm in it comes out."""

from __future__ import annotations

from collections.abc import Mapping

from intake.protections.facts_json import name_to_repeat
from intake.screening.gate.gate import Gate
from intake.screening.lens import Lens

_KINDS = ("narrative", "field")
_KEYS = {"id", "text", "lang", "kind"}


def screen_line(lens: Lens, gate: Gate | None, line: object) -> Mapping[str, object] | str:
    """The answer for one parsed line, or one sentence saying what is wrong with it and how to mend it."""
    if not isinstance(line, dict):
        return 'a line is a table; write {"id": "...", "text": "..."}.'
    if not isinstance(line.get("id"), str) or not isinstance(line.get("text"), str):
        return "a line needs an 'id' and a 'text', both words in quotes."
    strange = sorted(set(line) - _KEYS)
    if strange:
        return f"{name_to_repeat(strange[0]) or 'One name'} is not known here; use {', '.join(sorted(_KEYS))}."
    lang, kind = line.get("lang", ""), line.get("kind", "narrative")
    if not isinstance(lang, str):
        return "'lang' takes a language code in quotes, such as \"en\"; or leave it out."
    if kind not in _KINDS:
        return f"'kind' is one of {', '.join(_KINDS)}; or leave it out."
    screened = lens.screen(line["text"], lang, kind)
    answer: dict[str, object] = {
        "id": line["id"],
        "spans": [span.as_json() for span in screened.spans],
        "lang": screened.lang,
    }
    if gate is not None:
        answer["sentences"] = [one.as_json() for one in gate.judge(line["text"], screened)]
    return answer
