"""What the interview screen shows: the map of sections and the question asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from intake.actions.interview.at_hand import AboutNow, about_now
from intake.actions.session import OpenVault
from intake.answers.model import Answer, Choices
from intake.cases.model import Case
from intake.cases.told_of import ToldOf
from intake.questions.banners import CHECKED, Banner, banners_for
from intake.questions.flow import Standing, standing
from intake.questions.joined_facts import still_asked
from intake.questions.model import Fate, Option, Question, Section
from intake.questions.occasions import address_on
from intake.wording.catalogue import Wording

EARLIER_ID = "interview.earlier"
EARLIER = (
    "An earlier answer is kept that does not fit this question any more. It counts for nothing. You can answer anew."
)


@dataclass(frozen=True, slots=True)
class BannerWords:
    """What staff should know about privacy here, what to do, and where it is written, with how well it was checked."""

    text: str = field(repr=False)
    do: str = field(repr=False)
    sources: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class OptionWords:
    """One choice in the words of the language shown; ``way`` is where that is done which it asks for."""

    id: str
    label: str
    tip: str = ""
    way: str = ""


@dataclass(frozen=True, slots=True)
class ColumnWords:
    """What a list asks of each line, in the words of the language shown."""

    id: str
    label: str
    options: tuple[OptionWords, ...]


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question as it is put, with the answer or the half-typed text that is already there.

    ``id`` is the address of its answer: which of several things or people it is about.
    ``earlier`` says so when an answer is kept that does not fit the question any more.
    """

    id: str
    catalogue: str
    section_id: str
    section_title: str
    kind: str
    prompt: str
    why_we_ask: str
    help: str
    script: str
    audience: str
    fate: Fate
    options: tuple[OptionWords, ...]
    answer: Answer | None = field(default=None, repr=False)
    draft: str | None = field(default=None, repr=False)
    columns: tuple[ColumnWords, ...] = ()
    suggested: tuple[str, ...] = field(default=(), repr=False)
    """The options that an earlier answer ticked, for a list that starts from them."""
    earlier: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class SectionLine:
    """One line of the section map; ``state`` is here, locked, done, started, untouched or aside."""

    id: str
    letter: str
    title: str
    state: str
    is_private: bool


@dataclass(frozen=True, slots=True)
class InterviewPage:
    """All that the interview screen draws. ``question`` is None at the end and in a locked section.

    ``kept_aside`` counts the answers that are kept and that no question asks for now.
    """

    case_id: str
    case_label: str
    sections: tuple[SectionLine, ...]
    question: AskedQuestion | None
    next_prompt: str
    has_back: bool
    is_first: bool
    is_last: bool
    kept_aside: int = 0
    banners: tuple[BannerWords, ...] = ()
    about: AboutNow | None = field(default=None, repr=False)


def open_questions(session: OpenVault, answers: Mapping[str, Answer]) -> tuple[Question, ...]:
    """The questions that may be asked now: their conditions hold and their sections are unlocked."""
    return standing(session.content.questions, answers).open


def build_page(session: OpenVault, case: Case, question: Question | None) -> InterviewPage:
    """Draw up the page for one question about what is on the desk, or for the end of the interview."""
    told_of = session.told_of(case)
    now = session.standing(case, told_of.desk)
    answers = now.answers
    here = question.section if question else ""
    asked = now.way(here)
    at = next((n for n, one in enumerate(asked) if question and one.id == question.id), len(asked))
    following = asked[at + 1] if at + 1 < len(asked) else None
    wording = session.content.wording(session.language)
    ends_part = question is not None and _ends_part(session, question, following)
    return InterviewPage(
        case.id,
        case.label,
        tuple(
            _section_line(wording, section, here, now, answers)
            for section in session.content.questions.sections
            if section.id in now.locked or any(one.section == section.id for one in now.open)
        ),
        _asked(session, wording, case, question, address_on(told_of.desk, question), answers) if question else None,
        wording.text(f"question.{following.id}.prompt", following.prompt) if following else "",
        has_back=at > 0 and bool(asked),
        is_first=at == 0,
        is_last=following is None,
        kept_aside=_kept_aside(session, case, told_of, answers),
        banners=_banners(session, wording, here, answers),
        about=about_now(session, case, question, ends_part=ends_part) if question else None,
    )


def _kept_aside(session: OpenVault, case: Case, told_of: ToldOf, answers: Mapping[str, Answer]) -> int:
    is_alone = len(tuple(told_of.pairs())) == 1  # then the walk was done already
    counted = answers if is_alone else still_asked(session.content.questions, told_of, session.everything_told(case))
    return sum(one.value is not None for name, one in case.all_answers().items() if name not in counted)


def _ends_part(session: OpenVault, question: Question, following: Question | None) -> bool:
    """Whether one more can be offered here: at the end of a part that is about one, where nobody is in the way."""
    section = next(one for one in session.content.questions.sections if one.id == question.section)
    is_last = following is None or following.section != question.section
    return is_last and not section.private and section.repeats is question.repeats


def _banners(
    session: OpenVault, wording: Wording, section_id: str, answers: Mapping[str, Answer]
) -> tuple[BannerWords, ...]:
    section = next((one for one in session.content.questions.sections if one.id == section_id), None)
    if section is None or not section.banners:
        return ()
    return tuple(_banner(wording, one) for one in banners_for(session.content.banners, answers))


def _banner(wording: Wording, banner: Banner) -> BannerWords:
    base = f"banner.{banner.id}"
    sources = tuple(
        f"{source.citation}: {wording.text(f'{base}.locator.{number}', source.locator)}. "
        + wording.text(f"banner.checked.{source.verification}", CHECKED[source.verification])
        for number, source in enumerate(banner.sources, start=1)
    )
    return BannerWords(wording.text(f"{base}.text", banner.text), wording.text(f"{base}.do", banner.do), sources)


def _section_line(
    wording: Wording, section: Section, here: str, now: Standing, answers: Mapping[str, Answer]
) -> SectionLine:
    title = wording.text(f"section.{section.id}.title", section.title)
    state = "here" if section.id == here else _state(section, now, answers)
    return SectionLine(section.id, section.letter, title, state, section.private)


def _state(section: Section, now: Standing, answers: Mapping[str, Answer]) -> str:
    if section.id in now.locked:
        return "locked"
    asked = [one.id for one in now.open if one.section == section.id]
    met = [one for one in asked if one in answers]
    if not met:
        return "aside" if section.id in now.aside else "untouched"
    return "done" if len(met) == len(asked) else "started"


def _asked(
    session: OpenVault,
    wording: Wording,
    case: Case,
    question: Question,
    question_id: str,
    answers: Mapping[str, Answer],
) -> AskedQuestion:
    section = next(one for one in session.content.questions.sections if one.id == question.section)
    base = f"question.{question.id}"
    if question.fate is Fate.NOT_SAVED:
        draft = session.memory_drafts.get(case.id, {}).get(question_id)
    else:
        draft = session.store.draft(case.id, question_id)
    return AskedQuestion(
        question_id,
        question.catalogue,
        section.id,
        wording.text(f"section.{section.id}.title", section.title),
        question.kind,
        wording.text(f"{base}.prompt", question.prompt),
        wording.text(f"{base}.why", question.why_we_ask),
        wording.text(f"{base}.help", question.help),
        wording.text(f"{base}.script", question.script),
        question.audience.value,
        question.fate,
        _options(wording, f"option.{question.id}", question.options),
        answers.get(question.id),
        draft,
        tuple(
            ColumnWords(
                one.id,
                wording.text(f"column.{question.id}.{one.id}", one.label),
                _options(wording, f"column.{question.id}.{one.id}", one.options),
            )
            for one in question.columns
        ),
        _suggested(question, answers),
        _earlier(wording, case, question, question_id, answers),
    )


def _options(wording: Wording, base: str, options: tuple[Option, ...]) -> tuple[OptionWords, ...]:
    return tuple(
        OptionWords(
            one.id,
            wording.text(f"{base}.{one.id}", one.label),
            wording.text(f"{base}.{one.id}.tip", one.tip),
            one.way,
        )
        for one in options
    )


def _suggested(question: Question, answers: Mapping[str, Answer]) -> tuple[str, ...]:
    ticked = answers.get(question.begins_with)
    return ticked.value.options if ticked and isinstance(ticked.value, Choices) else ()


def _earlier(wording: Wording, case: Case, question: Question, question_id: str, answers: Mapping[str, Answer]) -> str:
    if question.id in answers or question_id not in case.all_answers():
        return ""
    return wording.text(EARLIER_ID, EARLIER)
