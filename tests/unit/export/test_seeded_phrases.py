"""T3: what never leaves, said in nine languages, plainly, in slang and sideways, and typed wherever one can type.

Many phrases share a case: every box of it holds them all. What would be printed as typed is tried phrase by phrase.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from intake.answers.model import Answer, AnswerStatus, Text
from intake.cases.model import Case, ShareableView
from intake.export.exporter import exporters
from intake.export.forbidden_values import ForbiddenValues, forbidden_values
from intake.export.save_summary import Leave, Refused, Saved, Summary, prepare_summary, save_summary
from intake.referral.case_file import NAME_QUESTION, NUMBER_QUESTION
from intake.referral.frames import FrameUse, OwnWords, Typed
from intake.referral.sentences import fits
from intake.referral.typed_names import SHAPES, is_name_to_use, is_program, is_report_number
from tests.unit.export.test_nothing_withheld_leaves import KEYS, every_byte
from tests.unit.referral.pages import (
    GOOD_RELEASE,
    LANGUAGES,
    RECIPIENTS,
    TODAY,
    content,
    full_case,
    net,
    page_of,
    questions,
    wording,
)

FILES = sorted((Path(__file__).parents[2] / "data" / "seeded_phrases").glob("*.toml"))
CATEGORIES = [f"C{number}" for number in range(1, 21)]
LEAST = {"en": 40, "es": 40}
LISTED = {"en", "es", "zh", "vi", "th", "ko", "tl", "ru", "pt"}
TYPED_IN = [one.id for one in questions().questions if one.kind in {"short_text", "long_text"}]
FORMATS = exporters()


@cache
def phrases(language: str) -> Mapping[str, tuple[str, ...]]:
    file = next(one for one in FILES if one.stem == language)
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return {category: tuple(filter(None, listed.split("\n"))) for category, listed in table.items()}


def all_of(language: str) -> tuple[str, ...]:
    return tuple(phrase for listed in phrases(language).values() for phrase in listed)


def told_everywhere(text: str) -> Case:
    """A case with every question answered, in which every box for typing holds this."""
    case = full_case()
    typed = {name: Answer(AnswerStatus.GIVEN, Text(text)) for name in TYPED_IN}
    parts = {
        part: {name: typed.get(name, answer) for name, answer in answers.items()}
        for part, answers in case.answers.items()
    }
    return replace(case, answers=parts)


def summary(recipient_id: str, text: str, **release: object) -> Summary:
    """The whole case for one reader, with the text in every box of the case and in the list of facts."""
    case = told_everywhere(text)
    asked = {"recipient": recipient_id, **release}
    permission = replace(GOOD_RELEASE, **asked)  # type: ignore[arg-type]  # any field of a release
    forbidden = forbidden_values(case.all_answers(), questions(), (NAME_QUESTION, NUMBER_QUESTION))
    return Summary(case.shareable_view(), recipient_id, permission, text, forbidden=forbidden, net=net())


def holds(found: str, phrase: str) -> bool:
    """Whether the phrase stands there as words; a script without spaces has it anywhere."""
    plain = re.escape(phrase.casefold())
    return re.search(rf"(?<!\w){plain}(?!\w)" if phrase.isascii() else plain, found) is not None


def assert_none(listed: tuple[str, ...], file: Path) -> None:
    raw = every_byte(file)
    for found in (raw.decode("utf-8", "ignore"), raw.decode("utf-16-be", "ignore"), raw.decode("utf-16-le", "ignore")):
        plain = " ".join(found.casefold().split())
        assert not [phrase for phrase in listed if phrase.casefold() in plain and holds(plain, phrase)]


def test_every_category_has_its_phrases_in_every_listed_language() -> None:
    assert {one.stem for one in FILES} == LISTED
    for language in LISTED:
        assert list(phrases(language)) == CATEGORIES
        for listed in phrases(language).values():
            assert len(set(listed)) >= LEAST.get(language, 5)


@pytest.mark.parametrize("form", sorted(FORMATS))
@pytest.mark.parametrize("recipient_id", RECIPIENTS)
def test_none_of_them_is_in_any_byte_wherever_it_was_typed(recipient_id: str, form: str, tmp_path: Path) -> None:
    """Every box of the interview, the list of facts, and every field of a release that is no name."""
    listed = tuple(phrase for language in sorted(LISTED) for phrase in all_of(language))
    text = "\n".join(listed)
    release = dict.fromkeys(("purpose", "recipient_org", "recipient_unit", "recipient_person", "risks_words", "right_to_revoke_how", "event_expiry", "staff_code", "staff_role", "release_id", "case_id"), text)  # fmt: skip
    asked = summary(recipient_id, text, **release)
    # no page at all is made for the police when a station is named, which is not what is tried here
    asked = replace(asked, release=replace(asked.release, recipient_org="", recipient_unit="", recipient_person=""))
    # without the last look at the file: the page must stay without them by the way it is made
    asked = replace(asked, forbidden=ForbiddenValues())
    exporter, leave = FORMATS[form], Leave(KEYS.get(form, ""))
    # a locked file holds the very page of an open one
    for language in LANGUAGES if exporter.seal is None else LANGUAGES[:1]:
        fact_list = (OwnWords(text),) if language == "es" else None
        one = replace(asked, fact_list=fact_list)
        done = save_summary(one, content(), wording(language), exporter, tmp_path, TODAY, leave)
        assert isinstance(done, Saved), done
        assert_none(listed, done.file)


@pytest.mark.parametrize("language", sorted(LISTED))
def test_none_of_them_can_be_the_name_to_use_a_report_number_or_a_word_in_a_sentence(language: str) -> None:
    for phrase in all_of(language):
        for typed in (phrase, phrase.capitalize()):
            assert not is_name_to_use(typed, content().never), phrase
            assert not is_report_number(typed)
            assert not any(SHAPES[kind].fullmatch(typed) for kind in Typed if not kind.is_words)
            assert not fits(FrameUse("car.plate", {"plate": (typed,)}), content())


@pytest.mark.parametrize("language", sorted(LISTED))
def test_none_of_them_can_be_the_programme_of_a_case_in_which_it_was_told(language: str) -> None:
    """A programme may have many a name; what the person told in a case does not leave as one."""
    asked = Summary(
        ShareableView(), "police_special_victims", replace(GOOD_RELEASE, recipient="police_special_victims"), net=net()
    )
    some = all_of(language)[:: 5 if language in LEAST else 1]
    for phrase in (one for one in some if is_program(one, content().never)):
        release = replace(asked.release, discloser_org=phrase, items_released=("date",))
        told = replace(asked, release=release, forbidden=ForbiddenValues([(True, phrase), (False, phrase)]))
        done = prepare_summary(told, content(), wording("en"), FORMATS["txt"], TODAY)
        assert isinstance(done, Refused) or done.alarms, phrase


def test_a_name_is_still_a_name() -> None:
    for name in (
        "rosa",
        "Rosa",
        "Maria de Cruz",
        "de la Cruz",
        "Nguyễn Thị Hạnh",
        "Maria dos Santos",
        "李明",
        "김하늘",
        "ฟ้าใส",
        "R. Diaz",
    ):
        assert is_name_to_use(name, content().never), name
        assert name in " ".join(page_of(full_case().shareable_view(), name_to_use=name).texts())
