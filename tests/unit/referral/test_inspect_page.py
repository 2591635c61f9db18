"""The finished page is read as a stranger would; whatever cannot be read as a listed sentence stops it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from intake.cases.model import ShareableView
from intake.referral.inference_check import Inspected, inspect_page
from intake.referral.page import HeadLine, Page
from tests.unit.referral.pages import (
    EVERY_ITEM,
    LANGUAGES,
    RECIPIENTS,
    TERMS,
    agreed_to,
    content,
    full_view,
    half_view,
    page_of,
    view,
    wording,
)


def inspect(page: Page, **terms: object) -> Inspected:
    recipient = content().recipients[page.recipient_id]
    changed = replace(TERMS, **terms)  # type: ignore[arg-type]  # any field of the terms
    return inspect_page(page, recipient, changed, content(), wording(page.language), agreed_to(page.uses()))


def checks(page: Page, **terms: object) -> list[str]:
    return [one.check for one in inspect(page, **terms).refusals]


def with_line(page: Page, row_id: str, line: str) -> Page:
    rows = tuple(replace(row, lines=(line,)) if row.id == row_id else row for row in page.rows)
    return replace(page, rows=rows)


@pytest.mark.parametrize("recipient_id", RECIPIENTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_composed_is_understood(recipient_id: str, language: str) -> None:
    for seen in (ShareableView(), half_view(), full_view()):
        page = page_of(seen, recipient_id, language, report_number="230 123 456")
        assert checks(page, report_number="230 123 456") == []


@pytest.mark.parametrize(
    ("row_id", "line"),
    [
        ("acts", "The person hit the reporter because they were working."),
        ("acts", "The person took the reporter's phone and gold."),
        ("acts", "The reporter is an adult."),
        ("acts", "The person hit or hurt the reporter. He said more."),
        ("acts", ""),
        ("when", "It happened on May 3, 2025 at the spa."),
        ("name", "Maria"),
        ("report_number", "The report has the number 230 123 456."),
        ("contact", "Call 555 0134."),
    ],
)
def test_a_line_that_is_no_sentence_of_its_row_stops_the_page(row_id: str, line: str) -> None:
    assert "line_not_understood" in checks(with_line(page_of(full_view()), row_id, line))


def test_a_sentence_whose_item_is_not_in_the_release_stops_the_page() -> None:
    page = page_of(view(when_where__city="us-ca-sf"))
    assert checks(page) == []
    assert checks(page, items=EVERY_ITEM - {"place"}) == ["line_not_understood"]


def test_a_row_too_many_or_too_few_stops_the_page() -> None:
    page = page_of(full_view())
    assert "shape" in checks(replace(page, rows=page.rows[:-1]))
    assert "shape" in checks(replace(page, rows=(*page.rows, page.rows[0])))
    assert "shape" in checks(replace(page, rows=(page.rows[1], page.rows[0], *page.rows[2:])))
    assert "shape" in checks(replace(page, closing="Three details are kept back."))
    relabelled = replace(page.rows[0], label="Working name")
    assert {"shape", "never_word"} <= set(checks(replace(page, rows=(relabelled, *page.rows[1:]))))


def test_another_top_of_the_page_stops_it() -> None:
    page = page_of(full_view())
    assert "head" in checks(page, prepared_by="Other Desk")
    assert "head" in checks(replace(page, head=(*page.head, HeadLine("cc", "Copy", "Visa unit"))))
    assert "head" in checks(page, ref="BCDE2345")


def test_a_harmful_name_stops_the_page_even_if_something_let_it_through() -> None:
    page = page_of(ShareableView())
    named = with_line(page, "name", "Escort Lisa")
    assert {"never_word", "line_not_understood"} <= set(checks(named, name_to_use="Escort Lisa"))


def test_several_small_facts_together_are_pointed_out_and_do_not_stop_the_page() -> None:
    telling = view(comfort__pronouns="they", comfort__language="th", when_where__district="tenderloin")
    found = inspect(page_of(telling))
    assert found.refusals == ()
    assert [one.check for one in found.warnings] == ["recognisable"]
    assert inspect(page_of(view(comfort__language="en"))).warnings == ()


def test_words_are_found_whole_and_whatever_their_accents_or_case() -> None:
    never = content().never
    assert never.on_page("An IMMIGRATION matter")
    assert never.on_page("una sesion")
    assert never.on_page("sex  work")
    assert not never.on_page("a person known to the reporter")
    assert never.on_page("known to police")
    assert not never.on_page("It took place in Spalding.")
    assert never.in_name("Sex desk")
    assert not never.on_page("sexual contact without agreement")
