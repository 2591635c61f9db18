"""Invented answers, terms and releases from which the tests build pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

from intake.actions.screening.open_lens import open_gate, shipped_lens
from intake.answers.approximate_date import approximate_date
from intake.answers.model import Answer, AnswerStatus, AnswerValue, Choice, Choices, Rows, Text
from intake.cases.model import Case, CasePart, ShareableView
from intake.export.second_net import SecondNet
from intake.questions.kinds import discover
from intake.questions.load import load_questions
from intake.questions.model import Question, Questions
from intake.referral.compose import Composed, PageTerms, compose
from intake.referral.content import ReferralContent, load_referral_content
from intake.referral.fields import FIELDS, RECIPIENT_IDS
from intake.referral.frames import Line
from intake.referral.page import Page
from intake.referral.typed.own_lines import OwnLines
from intake.releases.model import Method, Release, Signature, SignatureKind, SignerRole
from intake.wording.catalogue import Wording, load_wording
from tests.shipped import shipped_content

TODAY = date(2025, 5, 6)
ENDS = date(2025, 5, 20)
RECIPIENTS = RECIPIENT_IDS
LANGUAGES = ("en", "es")
EVERY_ITEM = frozenset(FIELDS)


@cache
def content() -> ReferralContent:
    loaded, problems = load_referral_content()
    assert not problems, "\n".join(map(str, problems))
    return loaded


@cache
def questions() -> Questions:
    loaded, problems = load_questions()
    assert not problems
    return loaded


@cache
def net() -> SecondNet:
    """The lens and the gate as they are shipped, opened once for all tests of a process."""
    return SecondNet(lambda: open_gate(shipped_content(), shipped_lens(shipped_content())))


def agreed_to(fact_list: tuple[Line, ...] | None) -> OwnLines:
    """The person said yes to every line."""
    return OwnLines(net(), fact_list or ())


@cache
def wording(language: str) -> Wording:
    return load_wording(language)


def given(value: AnswerValue) -> Answer:
    return Answer(AnswerStatus.GIVEN, value)


def view(**answers: str | tuple[str, ...]) -> ShareableView:
    """Answers by question id, with two underscores for the dot: ``happened__taken=("phone",)``."""
    return ShareableView(
        {
            name.replace("__", "."): given(Choice(value) if isinstance(value, str) else Choices(value))
            for name, value in answers.items()
        }
    )


def dated(iso: str) -> ShareableView:
    when = approximate_date(iso)
    assert when is not None
    return ShareableView({"when_where.day": given(when)})


def everything(question: Question, marker: str = "") -> Answer:
    """The answer that ticks all there is to tick; typed answers are ``marker``."""
    when = approximate_date("2025-05-03")
    values: dict[str, AnswerValue | None] = {
        "single_choice": Choice(question.options[0].id) if question.options else None,
        "body_map": Choices(tuple(option.id for option in question.options)),
        "multiple_choice": Choices(tuple(option.id for option in question.options)),
        "approximate_date": when,
        "coming_date": approximate_date("2025-06-03"),
        "keep_date": approximate_date("2027-06-03"),
        "short_text": Text(marker),
        "long_text": Text(marker),
    }
    value = _rows(question, marker) if discover()[question.kind].value_type is Rows else values[question.kind]
    assert value is not None
    return given(value)


def _rows(question: Question, marker: str) -> Rows:
    """One line for each choice there is, every place for words filled with the marker."""
    kinds = [option.id for option in question.options] or [""]
    ticked = tuple((column.id, column.options[0].id) for column in question.columns)
    return Rows(tuple((("what", kind), ("tag", kind), ("sense", kind), ("words", marker), *ticked) for kind in kinds))


def full_case(marker: str = "") -> Case:
    """A case with every question answered; markers are numbered by the place of their question."""
    parts: dict[CasePart, dict[str, Answer]] = {part: {} for part in CasePart}
    for number, question in enumerate(questions().questions):
        parts[question.part][question.id] = everything(question, f"{marker}{number}" if marker else "")
    return Case("C1", "", TODAY, parts)


def full_view() -> ShareableView:
    return full_case().shareable_view()


def half_view() -> ShareableView:
    return ShareableView(dict(list(full_view().answers.items())[::2]))


TERMS = PageTerms(
    items=EVERY_ITEM,
    name_to_use="Rosa",
    prepared_by="Harbor Desk, (415) 555-0134",
    ref="ABCD2345",
    expires_on=ENDS,
)


def composed(
    seen: ShareableView,
    recipient_id: str = RECIPIENTS[0],
    language: str = "en",
    fact_list: tuple[Line, ...] | None = None,
    **terms: object,
) -> Composed:
    changed = replace(TERMS, **terms)  # type: ignore[arg-type]  # any field of the terms
    recipient = content().recipients[recipient_id]
    return compose(seen, recipient, changed, content(), wording(language), fact_list, agreed_to(fact_list))


def page_of(
    seen: ShareableView,
    recipient_id: str = RECIPIENTS[0],
    language: str = "en",
    fact_list: tuple[Line, ...] | None = None,
    **terms: object,
) -> Page:
    page = composed(seen, recipient_id, language, fact_list, **terms).page
    assert page is not None
    return page


def rows(page: Page) -> dict[str, str]:
    return {row.id: " ".join(row.lines) for row in page.rows}


GOOD_RELEASE = Release(
    release_id="5f0c2a",
    discloser_org="Harbor Desk, (415) 555-0134",
    person_name_or_code="Rosa",
    recipient="da_victim_services",
    purpose="Support through a court case",
    items_released=FIELDS,
    method=Method.HAND_CARRIED,
    benefits_explained=True,
    risks_explained=True,
    not_required_for_service=True,
    capacity_check=True,
    starts_on=date(2025, 5, 5),
    expires_on=ENDS,
    signer_role=SignerRole.SELF,
    signature=Signature(SignatureKind.INK, place_kept="grey folder"),
    signed_on=date(2025, 5, 5),
)
