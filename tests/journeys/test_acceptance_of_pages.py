"""What a page promises, said once for all ten readers: T1, T2, T5, T6, T7, T10 and T14 by their names.

T3 is in ``tests/unit/export/test_seeded_phrases.py``. Every promise is held in every format and both languages.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake.answers.model import Answer, AnswerStatus, Text
from intake.cases.model import Case, CasePart, ShareableView
from intake.export.docx_parts import WORDS_PART
from intake.export.exporter import exporters
from intake.export.pdf_pages import page_texts
from intake.export.save_summary import Leave, Refused, Saved, Summary, save_summary
from intake.referral.fields import FIELDS, NAME_TO_USE, REPORT_NUMBER
from tests.unit.export.test_nothing_withheld_leaves import KEYS, MARKER, assert_nowhere, cases, every_byte
from tests.unit.export.test_pdf_page import drawn_lines
from tests.unit.referral.pages import (
    GOOD_RELEASE,
    LANGUAGES,
    RECIPIENTS,
    TODAY,
    content,
    full_view,
    half_view,
    net,
    page_of,
    questions,
    view,
    wording,
)

FORMATS = exporters()
OPEN_FORMATS = sorted(name for name, one in FORMATS.items() if one.seal is None)
VIEWS = {"empty": ShareableView(), "half": half_view(), "full": full_view()}
NAME, NUMBER = "Oakmarker", "230 123 456"
every_reader = pytest.mark.parametrize("recipient_id", RECIPIENTS)
both_languages = pytest.mark.parametrize("language", LANGUAGES)


def save(summary: Summary, language: str, form: str, folder: Path) -> Saved | Refused:
    folder.mkdir(exist_ok=True)
    leave = Leave(KEYS.get(form, ""))
    return save_summary(summary, content(), wording(language), FORMATS[form], folder, TODAY, leave)


def asked(seen: ShareableView, recipient_id: str, **release: object) -> Summary:
    changed: dict[str, object] = {"recipient": recipient_id, **release}
    return Summary(seen, recipient_id, replace(GOOD_RELEASE, **changed), NUMBER, net=net())  # type: ignore[arg-type]


def finished(seen: ShareableView, recipient_id: str, language: str, form: str) -> bytes:
    return FORMATS[form].render(page_of(seen, recipient_id, language))


def words_of(form: str, raw: bytes) -> str:
    return " ".join(" ".join(FORMATS[form].strings(raw)).split())


# --- T1: no release, no export

NO_PERMISSION: dict[str, dict[str, object]] = {
    "not_signed": {"signature": None},
    "expired": {"expires_on": TODAY - timedelta(days=1)},
    "revoked": {"revoked_on": TODAY},
    "wrong_recipient": {"recipient": "somebody_else"},
    "page_changed": {"copy_hash_local": "0" * 64},
}


@pytest.mark.parametrize("check", NO_PERMISSION)
@pytest.mark.parametrize("form", sorted(FORMATS))
@every_reader
def test_t1_without_a_permission_that_holds_there_is_no_file(
    recipient_id: str, form: str, check: str, tmp_path: Path
) -> None:
    done = save(asked(VIEWS["full"], recipient_id, **NO_PERMISSION[check]), "en", form, tmp_path)
    assert isinstance(done, Refused)
    assert check in [one.check for one in done.refusals]
    assert list(tmp_path.iterdir()) == []


# --- T2: nothing but what the matrix and the release name


def marked(case: Case) -> Case:
    """The case with a marker of its own in each box for typing, and a number that offices could have given."""
    typed = (one for one in questions().questions if one.kind in {"short_text", "long_text"})
    parts = {part: dict(answers) for part, answers in case.answers.items()}
    for number, question in enumerate(typed):
        parts[question.part][question.id] = Answer(AnswerStatus.GIVEN, Text(f"{MARKER}{number}"))
    parts[CasePart.IDENTIFYING]["reported.number"] = Answer(AnswerStatus.GIVEN, Text(NUMBER))
    return replace(case, answers=parts)


@pytest.mark.parametrize("form", sorted(FORMATS))
@every_reader
@both_languages
@settings(max_examples=2, deadline=None, suppress_health_check=list(HealthCheck))
@given(case=cases(), items=st.sets(st.sampled_from(FIELDS), min_size=1))
def test_t2_what_was_not_released_is_in_no_byte_and_what_was_is_there(
    tmp_path_factory: pytest.TempPathFactory,
    recipient_id: str,
    form: str,
    language: str,
    case: Case,
    items: set[str],
) -> None:
    told = marked(case).shareable_view()
    summary = asked(told, recipient_id, items_released=tuple(sorted(items)), person_name_or_code=NAME)
    done = save(summary, language, form, tmp_path_factory.mktemp("out"))
    assert isinstance(done, Saved), done
    assert_nowhere(MARKER, done.file)
    page = page_of(told, recipient_id, language, items=frozenset(items), name_to_use=NAME, report_number=NUMBER)
    recipient = content().recipients[recipient_id].told(frozenset(items))
    on_page = {field for row in recipient.rows for field in row.fields} & items
    said = " ".join(page.texts())
    assert (NAME in said) is (NAME_TO_USE in on_page)
    assert (NUMBER in said) is (REPORT_NUMBER in on_page)
    for use in page.uses():
        assert content().frames[use.frame_id].field in items & recipient.fields.keys()
    inside = words_of(form, FORMATS[form].render(page))
    assert all(" ".join(text.split()) in inside for text in page.texts())


# --- T5: the same shape for every case


def shape(form: str, raw: bytes) -> Iterator[object]:
    """All of a file that is not a sentence about the case: headings, lines, pages, and what it says of itself."""
    if form == "txt":
        return
    if form == "docx":
        with zipfile.ZipFile(io.BytesIO(raw)) as container:
            for one in container.infolist():
                text = b"" if one.filename == WORDS_PART else container.read(one)
                yield one.filename, one.date_time, one.extra, one.comment, text
            words = container.read(WORDS_PART).decode()
            yield from (words.count(tag) for tag in ("<w:tbl>", "<w:tr>", "<w:tr ", "<w:tc>", "<w:pStyle"))
        return
    yield len(page_texts(raw))
    yield drawn_lines(raw)
    with pikepdf.open(io.BytesIO(raw)) as opened:
        yield opened.Root.Metadata.read_bytes(), str(opened.Root.Lang), sorted(opened.Root.keys())
        tags = [str(one.S) for one in opened.objects if isinstance(one, pikepdf.Dictionary) and "/S" in one]
        yield [tags.count(tag) for tag in ("/H1", "/H2", "/P", "/Div")]


@pytest.mark.parametrize("form", OPEN_FORMATS)
@every_reader
@both_languages
def test_t5_an_empty_a_half_and_a_full_case_make_one_shape(recipient_id: str, language: str, form: str) -> None:
    pages = [page_of(seen, recipient_id, language) for seen in VIEWS.values()]
    headings = {(page.title, page.closing, *(row.label for row in page.rows)) for page in pages}
    assert len(headings) == 1
    files = [finished(seen, recipient_id, language, form) for seen in VIEWS.values()]
    assert len({repr(list(shape(form, raw))) for raw in files}) == 1
    for raw in files:
        said = words_of(form, raw)
        places = [said.find(" ".join(text.split())) for text in headings.copy().pop()]
        assert -1 not in places


@pytest.mark.parametrize("form", OPEN_FORMATS)
@every_reader
@both_languages
def test_t5_the_same_page_is_the_same_bytes(recipient_id: str, language: str, form: str) -> None:
    made = {finished(VIEWS["full"], recipient_id, language, form) for _ in range(2)}
    assert len(made) == 1


# --- T6: neutral words are true words


@pytest.mark.parametrize("option", [one.id for one in questions().question("other_person.known").options])
@every_reader
@both_languages
def test_t6_nobody_who_was_known_is_called_a_stranger(recipient_id: str, language: str, option: str) -> None:
    tells_it = "how_known" in content().recipients[recipient_id].fields
    page = page_of(view(other_person__known=option), recipient_id, language)
    never_met = page_of(view(other_person__known="not_at_all"), recipient_id, language)
    assert (page == never_met) is (option == "not_at_all" or not tells_it)
    if language == "en":
        assert ("had not met before" in " ".join(page.texts())) is (option == "not_at_all" and tells_it)


# --- T7: no answer is no answer


@pytest.mark.parametrize("form", OPEN_FORMATS)
@every_reader
@both_languages
def test_t7_every_way_of_not_answering_makes_the_same_bytes(recipient_id: str, language: str, form: str) -> None:
    silent = [status for status in AnswerStatus if status is not AnswerStatus.GIVEN]
    files = {
        finished(ShareableView(dict.fromkeys(VIEWS["full"].answers, Answer(one))), recipient_id, language, form)
        for one in silent
    }
    assert len(silent) > 1
    assert files == {finished(VIEWS["empty"], recipient_id, language, form)}


# --- T10: no page names a policy, a law, the trade or the program

SILENT = (
    "§", "647", "1162", "penal code", "código penal", "policy", "política", "immunity", "inmunidad", "sex work",
    "trabajo sexual", "sex trade", "prostitut", "visa", "forthright",
)  # fmt: skip


@pytest.mark.parametrize("form", OPEN_FORMATS)
@every_reader
@both_languages
def test_t10_no_policy_no_law_and_no_name_of_this_program(
    recipient_id: str, language: str, form: str, tmp_path: Path
) -> None:
    for seen in VIEWS.values():
        done = save(asked(seen, recipient_id), language, form, tmp_path)
        assert isinstance(done, Saved), done
        said = words_of(form, done.file.read_bytes()).casefold()
        assert not [word for word in SILENT if word in said]
        assert b"forthright" not in every_byte(done.file).lower()


# --- T14: the sender is the name that was chosen


@pytest.mark.parametrize("form", OPEN_FORMATS)
@every_reader
@both_languages
def test_t14_no_office_but_the_chosen_programme_is_named(
    recipient_id: str, language: str, form: str, tmp_path: Path
) -> None:
    said = []
    for programme in ("Quiet Harbor Desk", "Lantern Support"):
        done = save(asked(VIEWS["full"], recipient_id, discloser_org=programme), language, form, tmp_path)
        assert isinstance(done, Saved), done
        words = words_of(form, done.file.read_bytes())
        assert programme in words
        said.append(words.replace(programme, ""))
    assert said[0] == said[1]
