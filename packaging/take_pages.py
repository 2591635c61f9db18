"""Take the pictures in docs/pages: the fullest page of every recipient in every language, from invented answers.

Run with ``make pages``. The pictures are for people to judge; no test compares pixels.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from PIL import Image

from intake.answers.approximate_date import approximate_date
from intake.answers.model import Answer, AnswerStatus, AnswerValue, Choice, Choices
from intake.cases.model import CasePart, ShareableView
from intake.content import Content, load_content
from intake.export.exporter import exporters
from intake.export.pdf_pages import page_picture
from intake.questions.model import Question
from intake.referral.compose import PageTerms, compose
from intake.referral.fields import FIELDS

FOLDER = Path(__file__).parent.parent / "docs" / "pages"
DOTS_PER_INCH = 110.0
GRAYS = 16
"""Enough to read small type by, and few enough for a small file."""
PLAIN = "plain"


def main() -> None:
    """Draw every page."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    content = load_content()
    view = ShareableView(
        {
            question.id: Answer(AnswerStatus.GIVEN, value)
            for question in content.questions.questions
            if question.part is CasePart.SHAREABLE and (value := _invented(question)) is not None
        }
    )
    for recipient in content.referral.recipients.values():
        for wording in content.wordings():
            _draw(content, view, recipient.id, wording.language, frozenset(FIELDS), "")
            if recipient.plain is not None:
                _draw(content, view, recipient.id, wording.language, frozenset(), f".{PLAIN}")


def _invented(question: Question) -> AnswerValue | None:
    options = tuple(option.id for option in question.options)
    match question.kind:
        case "single_choice":
            return Choice(options[0])
        case "multiple_choice" | "body_map":
            return Choices(options[:3])
        case "approximate_date":
            return approximate_date("2026-11-13")
        case _:
            return None


def _draw(
    content: Content, view: ShareableView, recipient_id: str, language: str, items: frozenset[str], tail: str
) -> None:
    terms = PageTerms(items, "Rosa", "Harbor Desk, (415) 555-0134", "ABCD2345", date(2026, 12, 4), "230 123 456")
    recipient, wording = content.referral.recipients[recipient_id], content.wording(language)
    page = compose(view, recipient, terms, content.referral, wording).page
    if page is None:
        raise SystemExit(f"there is no page for {recipient_id}")
    picture = page_picture(exporters()["pdf"].render(page), DOTS_PER_INCH)
    name = f"{recipient_id}{tail}.{language}.png"
    drawn = Image.frombytes("RGB", (picture.width, picture.height), picture.rgb)
    drawn.convert("L").quantize(GRAYS).save(FOLDER / name, optimize=True)
    sys.stdout.write(f"{name}\n")


if __name__ == "__main__":
    main()
