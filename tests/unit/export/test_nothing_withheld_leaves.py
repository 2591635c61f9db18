"""T2, T8, T10: cases filled with markers in every field; none of what is withheld is in any byte of the file."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pikepdf
import pyrage
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake.answers.model import Answer, AnswerStatus, AnswerValue, Choice, Choices, Text
from intake.cases.model import Case, CasePart
from intake.export.exporter import exporters
from intake.export.pdf_pages import page_texts
from intake.export.save_summary import Leave, Saved, Summary, save_summary
from intake.questions.model import Question
from intake.referral.fields import FIELDS
from intake.referral.frames import OwnWords
from tests.unit.referral.pages import (
    GOOD_RELEASE,
    RECIPIENTS,
    TODAY,
    content,
    everything,
    full_case,
    net,
    page_of,
    questions,
    wording,
)

PDF = exporters()["pdf"]
MARKER = "Zqxjvwkp"
SECRET = pyrage.x25519.Identity.generate()
WORDS = "plaza otter linen quarry mango drift"
KEYS = {"pdf_sealed": WORDS, "age": str(SECRET.to_public())}


def every_byte(file: Path) -> bytes:
    """The name, the file as it lies there, all that is packed or locked inside, in every encoding of strings."""
    raw = file.read_bytes()
    return b"\n".join([file.name.encode(), raw, *inside(file.name, raw)])


def inside(name: str, raw: bytes) -> list[bytes]:
    if name.endswith(".txt"):
        return []
    if name.endswith(".docx"):
        with zipfile.ZipFile(io.BytesIO(raw)) as container:
            return [part for name in container.namelist() for part in (name.encode(), container.read(name))]
    if name.endswith(".age"):
        raw = bytes(pyrage.decrypt(raw, [SECRET]))
    password = WORDS if b"/Encrypt" in raw else ""
    with pikepdf.open(io.BytesIO(raw), password=password) as opened:
        things = list(opened.objects)
        streams = [one.read_bytes() for one in things if isinstance(one, pikepdf.Stream)]
        spelled = [repr(one).encode() for one in things]
    return [raw, *streams, *spelled, " ".join(page_texts(raw, password or None)).encode()]


def assert_nowhere(marker: str, file: Path) -> None:
    found = every_byte(file).lower()
    for spelled in (
        marker.encode(),
        marker.encode("utf-16-be"),
        marker.encode("utf-16-le"),
        marker.encode().hex().encode(),
    ):
        assert spelled.lower() not in found


def save(
    case: Case, recipient_id: str, items: tuple[str, ...], folder: Path, form: str = "pdf", **changes: object
) -> Path:
    release = replace(GOOD_RELEASE, recipient=recipient_id, items_released=items, **changes)  # type: ignore[arg-type]
    number = case.answers[CasePart.IDENTIFYING]["reported.number"].value
    assert isinstance(number, Text)
    listed = Summary(case.shareable_view(), recipient_id, release, number.text, net=net())
    leave = Leave(KEYS.get(form, ""))
    done = save_summary(listed, content(), wording("en"), exporters()[form], folder, TODAY, leave)
    assert isinstance(done, Saved), done
    return done.file


@pytest.mark.parametrize("recipient_id", RECIPIENTS)
@pytest.mark.parametrize("items", [FIELDS, ("name_to_use",)])
@pytest.mark.parametrize("form", sorted(exporters()))
def test_no_typed_word_of_any_question_is_in_any_byte_of_any_format(
    recipient_id: str, items: tuple[str, ...], form: str, tmp_path: Path
) -> None:
    markers = {
        "recipient_org": f"{MARKER} org",
        "recipient_unit": f"{MARKER} unit",
        "recipient_person": f"{MARKER} person",
        "purpose": f"{MARKER} purpose",
        "risks_words": MARKER,
        "alternatives_discussed": (MARKER,),
        "right_to_revoke_how": MARKER,
        "event_expiry": MARKER,
        "staff_code": MARKER,
        "staff_role": MARKER,
        "release_id": f"{MARKER}id",
        "case_id": MARKER,
    }
    assert_nowhere(MARKER, save(full_case(MARKER), recipient_id, items, tmp_path, form, **markers))


def said_by(question: Question, recipient_id: str) -> bool:
    return any(
        recipient_id in frame.recipients
        and (
            question.id in {source.question for rule in frame.say for source in rule.slots.values()}
            or f"'{question.id}'" in repr(frame.say)
        )
        for frame in content().frames.values()
    )


@pytest.mark.parametrize("recipient_id", RECIPIENTS)
def test_an_answer_that_may_not_be_told_changes_no_byte_of_the_page(recipient_id: str) -> None:
    """The strongest form of *absent*: with and without the answer, the page is the same."""
    case = full_case()
    whole = page_of(case.shareable_view(), recipient_id)
    for question in questions().questions:
        if question.part is CasePart.SHAREABLE and said_by(question, recipient_id):
            continue
        lacking = {
            part: {name: answer for name, answer in answers.items() if name != question.id}
            for part, answers in case.answers.items()
        }
        view = replace(case, answers=lacking).shareable_view()
        assert page_of(view, recipient_id) == whole, question.id


def test_the_hospital_page_does_not_depend_on_where_or_on_who_did_it() -> None:
    told = {question.id for question in questions().questions if said_by(question, "hospital_safe")}
    assert not {name for name in told if name.startswith(("other_person.", "when_where.city", "when_where.district"))}


def answer_of(question: Question) -> st.SearchStrategy[Answer]:
    words = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=30)
    options = [option.id for option in question.options]
    values: dict[str, st.SearchStrategy[AnswerValue]] = {
        "short_text": words.map(lambda text: Text(f"{MARKER}{text}")),
        "long_text": words.map(lambda text: Text(f"{MARKER}{text}")),
    }
    if question.kind == "single_choice":
        values[question.kind] = st.sampled_from(options).map(Choice)
    if question.kind in ("multiple_choice", "body_map"):
        values[question.kind] = st.sets(st.sampled_from(options)).map(
            lambda chosen: Choices(tuple(option for option in options if option in chosen))
        )
    silent = st.sampled_from([status for status in AnswerStatus if status is not AnswerStatus.GIVEN]).map(Answer)
    if question.kind not in values:
        return st.one_of(silent, st.just(everything(question, MARKER)))
    return st.one_of(silent, values[question.kind].map(lambda value: Answer(AnswerStatus.GIVEN, value)))


@st.composite
def cases(draw: st.DrawFn) -> Case:
    parts: dict[CasePart, dict[str, Answer]] = {part: {} for part in CasePart}
    for question in questions().questions:
        parts[question.part][question.id] = draw(answer_of(question))
    # who signs follows from the age, and the officer's own unit gets no page: neither is tried here
    parts[CasePart.SHAREABLE].pop("other_person.unit")
    parts[CasePart.SHAREABLE]["limits.adult"] = Answer(AnswerStatus.GIVEN, Choice("yes"))
    parts[CasePart.IDENTIFYING]["reported.number"] = Answer(AnswerStatus.GIVEN, Text(MARKER))
    return Case("c", "", TODAY, parts)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    cases(), st.sampled_from(RECIPIENTS), st.sampled_from(["en", "es"]), st.sets(st.sampled_from(FIELDS), min_size=1)
)
def test_whatever_the_case_only_listed_sentences_leave(
    tmp_path_factory: pytest.TempPathFactory, case: Case, recipient_id: str, language: str, items: set[str]
) -> None:
    folder = tmp_path_factory.mktemp("out")
    release = replace(GOOD_RELEASE, recipient=recipient_id, items_released=tuple(sorted(items)))
    summary = Summary(case.shareable_view(), recipient_id, release, MARKER, net=net())
    own_words = replace(summary, fact_list=(OwnWords(f"{MARKER} is what they said"),))
    for one in (summary, own_words):
        done = save_summary(one, content(), wording(language), PDF, folder, TODAY)
        assert isinstance(done, Saved), done
        assert_nowhere(MARKER, done.file)


@pytest.mark.parametrize("recipient_id", RECIPIENTS)
@pytest.mark.parametrize("language", ["en", "es"])
def test_no_page_names_a_policy_a_law_the_program_or_the_trade(recipient_id: str, language: str) -> None:
    text = " ".join(page_of(full_case().shareable_view(), recipient_id, language).texts()).casefold()
    for word in (
        "policy", "política", "immunity", "inmunidad", "§", "penal", "647", "1162", "sex work", "trabajo sexual",
        "sex trade", "prostitut", "visa", "immigra", "inmigra", "forthright", "withheld", "redacted", "[", "…", "█",
    ):  # fmt: skip
        assert word not in text
