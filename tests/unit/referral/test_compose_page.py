"""A page is built up from what may be said; its shape never tells what was left out."""

from __future__ import annotations

from typing import Any

import pytest

from intake.cases.model import ShareableView
from intake.referral.compose import HeldBecause
from intake.referral.fields import SAME_FOR_EVERYBODY
from intake.referral.frames import FrameUse, OwnWords
from intake.referral.page import page_hash
from tests.unit.referral.pages import (
    EVERY_ITEM,
    LANGUAGES,
    RECIPIENTS,
    composed,
    content,
    full_view,
    half_view,
    page_of,
    rows,
    view,
    wording,
)

NOBODY = ShareableView()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("recipient_id", RECIPIENTS)
def test_empty_half_and_full_pages_have_the_same_headings_in_the_same_order(recipient_id: str, language: str) -> None:
    shapes = {
        tuple((row.id, row.label, row.room) for row in page_of(seen, recipient_id, language).rows)
        for seen in (NOBODY, half_view(), full_view())
    }
    assert len(shapes) == 1
    assert len(shapes.pop()) == len(content().recipients[recipient_id].rows)


@pytest.mark.parametrize("recipient_id", RECIPIENTS)
def test_a_page_of_an_empty_case_has_the_same_words_in_every_row(recipient_id: str) -> None:
    recipient = content().recipients[recipient_id]
    said = rows(page_of(NOBODY, recipient_id, name_to_use=""))
    if "contact" in said:
        assert said.pop("contact") == recipient.constant("contact", content().words, wording("en"))
    default = recipient.constant("default", content().words, wording("en"))
    assert said == {row.id: row.text or default for row in recipient.rows if row.id != "contact"}


def test_not_asked_not_answered_not_ticked_and_not_for_this_reader_look_the_same() -> None:
    place = view(when_where__city="us-ca-sf")
    unticked = page_of(place, items=EVERY_ITEM - {"place"})
    assert unticked.texts() == page_of(NOBODY, items=EVERY_ITEM - {"place"}).texts() == page_of(NOBODY).texts()
    assert rows(page_of(place))["where"] == "It happened in San Francisco."
    assert page_of(place, "hospital_safe").texts() == page_of(NOBODY, "hospital_safe").texts()


def test_nothing_is_told_that_the_release_does_not_name() -> None:
    bare = page_of(full_view(), items=frozenset(), report_number="230 123 456")
    assert bare.texts() == page_of(NOBODY, name_to_use="").texts()


@pytest.mark.parametrize("recipient_id", RECIPIENTS)
def test_each_item_alone_puts_only_its_own_field_on_the_page(recipient_id: str) -> None:
    allowed = set(content().recipients[recipient_id].fields)
    for item in sorted(EVERY_ITEM):
        page = page_of(full_view(), recipient_id, items=frozenset({item}))
        fields = {content().frames[use.frame_id].field for use in page.uses()}
        assert fields <= ({item} & allowed)


def test_a_hospital_learns_no_place_and_nothing_of_who_did_it() -> None:
    page = page_of(full_view(), "hospital_safe")
    fields = {content().frames[use.frame_id].field for use in page.uses()}
    assert not fields & {"place", "how_known", "aggressor_description", "aggressor_identifiers", "role", "losses"}
    assert "San Francisco" not in " ".join(page.texts())


def test_an_explicit_list_says_exactly_what_it_lists_once_and_in_its_order() -> None:
    listed = (FrameUse("acts.moved", {"way": ("by_car",)}), FrameUse("acts.hit"), FrameUse("acts.hit"))
    page = page_of(full_view(), fact_list=listed)
    assert page.uses() == (FrameUse("acts.moved", {"way": ("by_car",)}), FrameUse("acts.hit"))
    assert page_of(full_view(), fact_list=()).uses() == ()


def test_own_words_and_what_is_not_for_this_reader_stay_here() -> None:
    where = FrameUse("where.city", {"city": ("us-ca-sf",)})
    listed = (OwnWords("he hit ZEBRA"), where, FrameUse("acts.hit"))
    done = composed(NOBODY, "hospital_safe", fact_list=listed)
    assert done.page is not None
    assert [(one.line, one.because) for one in done.held] == [
        (listed[0], HeldBecause.OWN_WORDS),
        (where, HeldBecause.NOT_FOR_RECIPIENT),
    ]
    assert "ZEBRA" not in " ".join(done.page.texts()) + repr(done) + repr(listed)
    unticked = composed(NOBODY, fact_list=(where,), items=frozenset({"acts"}))
    assert [one.because for one in unticked.held] == [HeldBecause.NOT_TICKED]


@pytest.mark.parametrize(
    "line",
    [FrameUse("acts.taken", {"things": ("ZEBRA",)}), FrameUse("ZEBRA"), FrameUse("acts.hit", {"ZEBRA": ("x",)})],
)
def test_a_word_that_is_on_no_list_stops_the_page(line: FrameUse) -> None:
    done = composed(NOBODY, fact_list=(line,))
    assert done.page is None
    assert [one.check for one in done.refusals] == ["slot_values"]
    assert "ZEBRA" not in repr(done) + done.refusals[0].what_to_do


def test_a_line_that_contradicts_the_answers_stops_the_page() -> None:
    stranger = FrameUse("other_person.relation", {"relation": ("not_met_before",)})
    done = composed(view(other_person__known="partner_or_ex"), fact_list=(stranger,))
    assert [one.check for one in done.refusals] == ["not_true"]


@pytest.mark.parametrize(
    ("terms", "check"),
    [
        ({"name_to_use": "Rosa, who does massage"}, "name_to_use"),
        ({"prepared_by": ""}, "prepared_by"),
        ({"prepared_by": "Escort Help Line"}, "prepared_by"),
        ({"ref": "0001"}, "ref"),
    ],
)
def test_typed_words_of_another_shape_stop_the_page(terms: dict[str, Any], check: str) -> None:
    assert [one.check for one in composed(NOBODY, **terms).refusals] == [check]


def test_a_report_number_is_told_when_the_release_names_it_and_it_looks_like_one() -> None:
    assert "230 123 456" in rows(page_of(NOBODY, report_number="230 123 456"))["report_number"]
    silent = page_of(NOBODY).texts()
    assert page_of(NOBODY, report_number="ask for officer Z").texts() == silent
    items = EVERY_ITEM - {"report_number"}
    assert page_of(NOBODY, report_number="230 123 456", items=items).texts() == silent


def test_what_does_not_fit_is_left_off_in_a_stable_order_and_never_half_said() -> None:
    done = composed(full_view())
    again = composed(full_view())
    assert done == again
    assert {one.because for one in done.held} == {HeldBecause.NO_ROOM}
    assert done.page is not None
    for row, template in zip(done.page.rows, content().recipients[RECIPIENTS[0]].rows, strict=True):
        assert len(row.lines) <= template.max_facts
        assert len(row.lines) == len(row.said)


def test_the_fingerprint_changes_with_every_word_of_the_page() -> None:
    first = page_of(NOBODY)
    others = [
        page_of(view(limits__adult="yes")),
        page_of(NOBODY, language="es"),
        page_of(NOBODY, recipient_id="hospital_safe"),
        page_of(NOBODY, ref="BCDE2345"),
    ]
    assert page_hash(first) == page_hash(page_of(NOBODY))
    assert len({page_hash(one) for one in (first, *others)}) == 5


def test_no_page_shows_its_words_by_accident() -> None:
    assert "Rosa" not in repr(page_of(full_view()))


def test_lines_that_are_the_same_for_everybody_need_no_tick() -> None:
    recipient = content().recipients[RECIPIENTS[0]]
    assert all(recipient.may_be_told(name, frozenset()) for name in SAME_FOR_EVERYBODY)
    assert not recipient.may_be_told("acts", frozenset())
    assert "acts" in recipient.from_the_start()
    assert "place" not in recipient.from_the_start()


@pytest.mark.parametrize("recipient_id", RECIPIENTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_holds_a_word_that_never_stands_on_one(recipient_id: str, language: str) -> None:
    for seen in (NOBODY, half_view(), full_view()):
        page = page_of(seen, recipient_id, language)
        assert not any(content().never.on_page(text) for text in page.texts())


def test_every_text_of_a_spanish_page_is_spanish() -> None:
    assert all(wording("es").covers(name, english) for name, english in content().messages())
