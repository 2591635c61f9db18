"""What the data files hold, one mapping a thing, for other programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from intake.content import Content
from intake.protections.to_json import instruments_to_json
from intake.referral.frames_json import frames_to_json


def describe_questions(content: Content) -> Iterator[Mapping[str, object]]:
    """Every question, the counted ones last, with its catalogue id, its fate and who may receive its answer."""
    for question in (*content.questions.questions, *content.counted.questions):
        yield {
            "id": question.id,
            "catalogue": question.catalogue,
            "section": question.section,
            "kind": question.kind,
            "options": [option.id for option in question.options],
            "fate": question.fate.value,
            "recipients": list(question.recipients),
        }


def describe_instruments(content: Content) -> Sequence[Mapping[str, object]]:
    """Every instrument with its rules, dates, source and verification."""
    return instruments_to_json(content.protections)


def describe_frames(content: Content) -> Sequence[Mapping[str, object]]:
    """Every frame with its recipients, its slots and its text in each language."""
    return frames_to_json(content.referral, content.wordings())
