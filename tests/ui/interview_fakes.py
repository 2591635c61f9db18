"""A small report in memory, and a worker that holds its jobs back until it is told to go on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TypeVar

from intake.actions.interview.page import AskedQuestion, InterviewPage, OptionWords, SectionLine
from intake.actions.interview.record_answer import NotRecorded, Recorded
from intake.actions.interview.several import Change
from intake.actions.protections.panel import (
    ConditionView,
    FindingCard,
    FindingInFull,
    ProtectionsPanel,
    RuleInFull,
    RuleLine,
    SettleLink,
)
from intake.actions.time_limits.panel import TimeInFull, TimeLine, TimePanel
from intake.answers.model import Answer, AnswerStatus, Choice, Choices, Text
from intake.errors import Mishap
from intake.protections.instrument_words import LimitLine
from intake.protections.library.card import instrument_card
from intake.protections.load import load_protections
from intake.protections.model import Outcome
from intake.questions.model import Fate
from intake.wording.catalogue import Wording
from ui.answer_widgets.raw_answer import Raw
from ui.screens.interview.flow.answer_keeper import Saving

Result = TypeVar("Result")
CONTENT = load_protections()[0]
DISK_FULL = Mishap("disk_full", "The disk is full.", "All before is safe.", "Make room, then press Go on.")
OPTIONS = (OptionWords("force", "By force"), OptionWords("threat", "With a threat"), OptionWords("trick", "By a trick"))


def question(question_id: str, kind: str, fate: Fate = Fate.STAYS, **more: object) -> AskedQuestion:
    section = question_id.split(".", maxsplit=1)[0]
    plain = AskedQuestion(
        question_id,
        "X1",
        section,
        section.title(),
        kind,
        f"Prompt of {question_id}?",
        "Why.",
        "",
        "",
        "person",
        fate,
        (),
    )
    return replace(plain, **more)  # type: ignore[arg-type]  # the tests name real fields


QUESTIONS = (
    question("limits.go_on", "single_choice", options=(OptionWords("yes", "Yes"), OptionWords("stop", "Stop"))),
    question("happened.how", "single_choice", Fate.WITH_PERMISSION, options=OPTIONS, script="Read me.", help="Hint."),
    question(
        "happened.kinds",
        "multiple_choice",
        Fate.WITH_PERMISSION,
        options=(*OPTIONS, OptionWords("none", "None of these")),
    ),
    question("happened.words", "long_text"),
    question("when.name", "short_text"),
    question("when.day", "approximate_date"),
    question("private.trade", "single_choice", Fate.NOT_SAVED, options=OPTIONS),
    question("private.lawyer", "single_choice", options=OPTIONS),
)
SECTIONS = ("limits", "happened", "when", "private")


def finding(number: int, shape: str = "open", settle: tuple[SettleLink, ...] = ()) -> FindingCard:
    outcome = {"full": Outcome.APPLIES, "half": Outcome.LIMITED, "none": Outcome.DOES_NOT_APPLY}
    return FindingCard(
        f"law-{number}",
        f"Rule number {number}",
        outcome.get(shape, Outcome.NEEDS_INFO),
        {"full": "Holds, with 2 limits", "half": "Holds in part"}.get(shape, "One answer would settle it"),
        shape,
        {"full": "holds", "half": "holds", "none": "outside"}.get(shape, "answers"),
        "Plain words.",
        ("Because of this.",),
        ("It stops here.", "And here."),
        "Stops: Only this · Not that",
        (RuleLine("A promise", Outcome.APPLIES, "Holds", ("Why so.",)),),
        (),
        "Written in: the code",
        "We have read the wording.",
        "Checked on May 1. Ask first if it still holds.",
        confirm_first=True,
        settle=settle,
    )


PANEL_WORDS = {
    "group_holds": "May help",
    "group_answers": "An answer could settle it",
    "group_outside": "Does not reach this ({count})",
    "panel_title": "What may protect",
    "settled_by": "What would settle it",
    "go_to": "Go to the question: {prompt}",
}


def in_full(number: int, shape: str = "open", settle: tuple[SettleLink, ...] = ()) -> FindingInFull:
    card = finding(number, shape, settle)
    rule = RuleInFull(
        "A promise",
        "What it comes to.",
        card.headline,
        shape,
        (
            ConditionView("met", "Met", "You told us so."),
            ConditionView("not_known", "Not known yet", "We do not know."),
        ),
        (),
        "Narrowed by: Only this",
    )
    limits = (LimitLine("one", "Only this", "It stops here.", narrows=True),)
    return FindingInFull(card, "An office", (rule,), limits, replace(PAGE, instrument=card.instrument), PANEL_WORDS)


PAGE = instrument_card(CONTENT.instruments[3], CONTENT, Wording(), date(2026, 11, 21))


TIME_WORDS = {
    name: name.title()
    for name in (
        "title",
        "changed",
        "settled",
        "why",
        "steps",
        "say",
        "done",
        "going",
        "declined",
        "later",
        "go_to",
        "undo",
    )
}


def time_line(limit_id: str, *, is_prompt: bool = False) -> TimeLine:
    return TimeLine(limit_id, f"Do {limit_id}", "There is time: about a day left.", "open", is_prompt=is_prompt)


class FakeReport:
    """Keeps answers and drafts in dicts, writes down every call, and fails when told to."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.drafts: dict[str, str] = {}
        self.calls: list[str] = []
        self.fails: Exception | None = None
        self.not_understood = ""
        self.is_locked = False
        self.shape = "open"
        self.time = TimePanel()

    def open(self) -> InterviewPage:
        return self._page(1)

    def go_on(self, question_id: str) -> InterviewPage:
        self._note(f"go_on {question_id}")
        return self._page(self._index(question_id) + 1)

    def go_back(self, question_id: str) -> InterviewPage:
        self._note(f"go_back {question_id}")
        return self._page((self._index(question_id) if question_id else len(QUESTIONS)) - 1)

    def go_to_section(self, section_id: str) -> InterviewPage:
        self._note(f"go_to_section {section_id}")
        return self._page(next(n for n, one in enumerate(QUESTIONS) if one.section_id == section_id))

    def go_to_question(self, question_id: str) -> InterviewPage:
        self._note(f"go_to_question {question_id}")
        return self._page(self._index(question_id))

    def change_several(self, change: Change, question_id: str) -> InterviewPage:
        self._note(f"change_several {type(change).__name__}")
        return self._page(self._index(question_id))

    def look(self, question_id: str) -> InterviewPage:
        return self._page(self._index(question_id))

    def record(
        self, question_id: str, status: AnswerStatus, raw: str | tuple[str, ...] | None
    ) -> Recorded | NotRecorded:
        self._note(f"record {question_id} {status} {raw}")
        if self.not_understood and status is AnswerStatus.GIVEN:
            return NotRecorded(self.not_understood)
        kind = QUESTIONS[self._index(question_id)].kind
        value: Text | Choice | Choices | None = None
        if isinstance(raw, tuple):
            value = Choices(raw)
        elif raw is not None:
            value = Choice(raw) if kind == "single_choice" else Text(raw)
        self.answers[question_id] = Answer(status, value)
        self.drafts.pop(question_id, None)
        return Recorded(question_id)

    def clear(self, question_id: str) -> None:
        self._note(f"clear {question_id}")
        self.answers.pop(question_id, None)
        self.drafts.pop(question_id, None)

    def keep_draft(self, question_id: str, text: str) -> None:
        self._note(f"keep_draft {question_id} {text}")
        self.drafts[question_id] = text

    def assess(self) -> ProtectionsPanel:
        link = SettleLink("when.day", "What day was it?")
        return ProtectionsPanel((finding(1, self.shape, (link,)), finding(2, "full"), finding(3, "none")), PANEL_WORDS)

    def finding(self, instrument_id: str) -> FindingInFull:
        self._note(f"finding {instrument_id}")
        link = SettleLink("when.day", "What day was it?")
        return in_full(int(instrument_id.removeprefix("law-")), self.shape, (link,))

    def time_panel(self) -> TimePanel:
        return self.time

    def time_limit(self, limit_id: str) -> TimeInFull:
        self._note(f"time_limit {limit_id}")
        line = next(one for one in (*self.time.open, *self.time.settled) if one.id == limit_id)
        return TimeInFull(line, "Why.", ("One.", "Two."), "Say this.", "From: a page", "Not read.", (), TIME_WORDS)

    def meet_time_limit(self, limit_id: str, state: str) -> None:
        self._note(f"meet_time_limit {limit_id} {state}")
        both = (*self.time.open, *self.time.settled)
        lines = [replace(one, state=state, state_word=state) if one.id == limit_id else one for one in both]
        is_aside = [one.state in ("done", "going", "declined") for one in lines]
        self.time = TimePanel(
            tuple(one for one, aside in zip(lines, is_aside, strict=True) if not aside),
            tuple(one for one, aside in zip(lines, is_aside, strict=True) if aside),
            TIME_WORDS,
        )

    def close_private_check(self) -> None:
        self._note("close_private_check")
        self.answers.pop("private.trade", None)

    def _note(self, call: str) -> None:
        if self.fails is not None:
            raise self.fails
        self.calls.append(call)

    def _index(self, question_id: str) -> int:
        return next(n for n, one in enumerate(QUESTIONS) if one.id == question_id)

    def _page(self, at: int) -> InterviewPage:
        asked = QUESTIONS[at] if 0 <= at < len(QUESTIONS) else None
        if asked is not None:
            asked = replace(asked, answer=self.answers.get(asked.id), draft=self.drafts.get(asked.id))
        return InterviewPage(
            "case-1",
            "R-7",
            tuple(self._line(section, asked) for section in SECTIONS),
            asked,
            QUESTIONS[at + 1].prompt if at + 1 < len(QUESTIONS) else "",
            has_back=at > 0,
            is_first=at == 0,
            is_last=at + 1 == len(QUESTIONS),
        )

    def _line(self, section: str, asked: AskedQuestion | None) -> SectionLine:
        state = "untouched"
        if any(key.startswith(section) for key in self.answers):
            state = "started"
        if asked is not None and asked.section_id == section:
            state = "here"
        elif self.is_locked and section != "limits":
            state = "locked"
        return SectionLine(section, section[0].upper(), section.title(), state, is_private=section == "private")


class FakeFace:
    """Remembers what was shown last."""

    def __init__(self) -> None:
        self.page: InterviewPage | None = None
        self.around: InterviewPage | None = None
        self.raw: Raw = None
        self.status: AnswerStatus | None = None
        self.saving = Saving.NOTHING
        self.advice = ""
        self.reminders = 0
        self.rewordings = 0
        self.panel: ProtectionsPanel | None = None
        self.finding: FindingInFull | None = None
        self.trouble: Exception | None = None
        self.time: TimePanel | None = None
        self.time_limit: TimeInFull | None = None

    @property
    def over(self) -> FakeFace:
        return self

    @property
    def question_id(self) -> str:
        return self.page.question.id if self.page and self.page.question else ""

    def show_page(self, page: InterviewPage, *, is_reworded: bool = False) -> None:
        self.page = page
        self.rewordings += is_reworded

    def show_around(self, page: InterviewPage) -> None:
        self.around = page

    def show_raw(self, raw: Raw) -> None:
        self.raw = raw

    def show_status(self, status: AnswerStatus | None) -> None:
        self.status = status

    def show_saving(self, saving: Saving) -> None:
        self.saving = saving

    def show_advice(self, sentence: str, *, is_reminder: bool = False) -> None:
        self.advice = sentence
        self.reminders += is_reminder

    def show_panel(self, panel: ProtectionsPanel) -> None:
        self.panel = panel

    def show_finding(self, finding: FindingInFull) -> None:
        self.finding = finding

    def show_time_panel(self, panel: TimePanel) -> None:
        self.time = panel

    def show_time_limit(self, limit: TimeInFull) -> None:
        self.time_limit = limit

    def close_time_limit(self) -> None:
        self.time_limit = None

    def show_trouble(self, error: Exception | None) -> None:
        self.trouble = error


class HeldWork:
    """Does nothing until ``do_one`` or ``do_all``, in the order in which it was asked."""

    def __init__(self) -> None:
        self.jobs: list[Callable[[], None]] = []
        self.is_waiting = False

    def run(
        self,
        job: Callable[[], Result],
        on_done: Callable[[Result], None],
        on_failed: Callable[[Exception], None],
        *,
        is_write: bool,
    ) -> None:
        del is_write
        self.jobs.append(partial(_do, job, on_done, on_failed))

    def store_soon(self) -> None:
        self.is_waiting = True

    def stop_waiting(self) -> None:
        self.is_waiting = False

    def do_one(self) -> None:
        self.jobs.pop(0)()

    def do_all(self) -> None:
        while self.jobs:
            self.do_one()


def _do(job: Callable[[], Result], on_done: Callable[[Result], None], on_failed: Callable[[Exception], None]) -> None:
    try:
        result = job()
    except Mishap as error:
        on_failed(error)
        return
    on_done(result)
