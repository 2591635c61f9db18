"""What is better done soon in one report: the list, one thing in full, and meeting it.

Of several things that happened each has its own start, and its own list: a line bears the number of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from intake.actions.interview.called import Called
from intake.actions.session import OpenVault
from intake.actions.time_limits.panel import SettlingQuestion, TimeInFull, TimeLine, TimePanel
from intake.answers.model import Answer, AnswerStatus, Choice
from intake.cases.model import Case, CasePart
from intake.cases.told_of import Desk, Repeats
from intake.conditions.evaluate import evaluate, subjects
from intake.conditions.facts import Facts
from intake.conditions.model import Truth
from intake.errors import Defect
from intake.questions.flow import as_facts, open_ids
from intake.questions.occasions import address, number_of, plain_id
from intake.time_limits.left import Left, Standing, time_left
from intake.time_limits.model import TimeLimit
from intake.time_limits.when import HOW_RECENT, QUESTIONS, Happened, when_it_happened
from intake.time_limits.words import WORDS, how_it_stands, say

KEPT_AS = "time_limit."
"""How the meeting of a thing to do is kept beside the answers: walled off, read by nothing that makes a page."""

_PANEL_WORDS = ("title", "changed", "settled")
_FULL_WORDS = ("why", "steps", "say", "go_to")
_PRESSING = (Standing.MAYBE_OVER, Standing.OPEN)


@dataclass(frozen=True, slots=True)
class _Seen:
    """One thing that happened: what counts of it, with each of those who did it, and where it stands in time.

    ``called`` names it where there are several.
    """

    incident: int
    called: str = field(repr=False)
    is_first: bool
    answers: tuple[Mapping[str, Answer], ...] = field(repr=False)
    met: Mapping[str, Answer] = field(repr=False)
    happened: Happened = field(repr=False)
    now: datetime = field(repr=False)


def list_time_limits(session: OpenVault, case_id: str) -> TimePanel:
    """What is to be done soon by the answers so far. Raises Mishap when the report cannot be read."""
    return panel_of(session, session.store.case(case_id))


def panel_of(session: OpenVault, case: Case) -> TimePanel:
    """The same for a report that is at hand."""
    lines = [(one, *_line(session, one, seen)) for one, seen in _due(session, case)]
    lines.sort(key=lambda found: _urgency(found[0], found[2]))
    wording = session.content.wording(session.language)
    aside = tuple(line for _, line, _ in lines if line.state in ("done", "going", "declined"))
    still = tuple(line for _, line, _ in lines if line not in aside)
    is_odd = session.newest_seen is not None and session.newest_seen > session.clock.today()
    return TimePanel(
        still, aside, {name: say(wording, name) for name in _PANEL_WORDS}, say(wording, "clock") if is_odd else ""
    )


def open_time_limit(session: OpenVault, case_id: str, limit_id: str) -> TimeInFull:
    """One thing to do soon with its steps and its source. Raises Mishap; Defect for an unknown one."""
    limit = _limit(session, limit_id)
    called = Called(session, session.store.case(case_id))
    seen = _look(session, session.store.case(case_id), called, number_of(limit_id))
    wording = session.content.wording(session.language)
    line, left = _line(session, limit, seen)
    base = f"time_limit.{limit.id}"
    settling: tuple[SettlingQuestion, ...] = ()
    if left is not None and left.standing in (Standing.UNKNOWN, Standing.CHECK_DAY):
        settling = _settling(session, seen)
    return TimeInFull(
        line,
        wording.text(f"{base}.why", limit.why),
        tuple(wording.text(f"{base}.steps.{number}", step) for number, step in enumerate(limit.steps, start=1)),
        wording.text(f"{base}.script", limit.script),
        say(
            wording,
            "written_in",
            citation=wording.text(f"{base}.citation", limit.citation),
            locator=wording.text(f"{base}.locator", limit.locator),
        ),
        say(wording, limit.verified.value),
        settling,
        {name: say(wording, name) for name in _FULL_WORDS},
    )


def meet_time_limit(session: OpenVault, case_id: str, limit_id: str, state: str) -> None:
    """Note that it is done, that they are going, that the person declined, or later; "" puts it back on the list.

    On return it is on the disk. Raises Mishap; Defect for an unknown thing or state.
    """
    kept_as = KEPT_AS + address(_limit(session, limit_id).id, number_of(limit_id))
    answers = {
        "done": Answer(AnswerStatus.GIVEN, Choice("done")),
        "going": Answer(AnswerStatus.GIVEN, Choice("going")),
        "declined": Answer(AnswerStatus.DECLINED),
        "later": Answer(AnswerStatus.LATER),
    }
    if not state:
        session.store.remove_answer(case_id, kept_as)
        return
    if state not in answers:
        raise Defect("a thing to do soon is done, going, declined or later")
    session.store.put_answer(
        case_id,
        kept_as,
        CasePart.WALLED_OFF,
        answers[state],
        language=session.language,
        content_fingerprint=session.content.fingerprint,
        at=session.clock.now(),
    )


def ends_within(session: OpenVault, case: Case, span: timedelta) -> tuple[TimeLine, ...]:
    """What has a set time that may end within ``span``, the soonest first, under the names that home has for it."""
    wording = session.content.wording(session.language)
    found: dict[str, tuple[timedelta, TimeLine]] = {}
    for limit, seen in _due(session, case):
        if limit.window is None:
            continue
        line, left = _line(session, limit, seen)
        is_soon = left is not None and left.least is not None and left.least <= span
        if is_soon and left is not None and left.standing in _PRESSING and line.state in ("", "later"):
            name = wording.text(f"time_limit.{limit.id}.at_home", limit.at_home)
            ends = (left.least or timedelta(), replace(line, title=name))
            found[name] = min(ends, found.get(name, ends), key=lambda one: one[0])  # home tells of no second thing
    return tuple(line for _, line in sorted(found.values(), key=lambda one: one[0]))


def _due(session: OpenVault, case: Case) -> Iterator[tuple[TimeLimit, _Seen]]:
    called = Called(session, case)
    for incident in called.told_of.incidents:
        seen = _look(session, case, called, incident)
        for limit in session.content.time_limits.limits:
            if (seen.is_first or _is_of_its_own(session, limit)) and _is_due(limit, seen):
                yield limit, seen


def _look(session: OpenVault, case: Case, called: Called, incident: int) -> _Seen:
    told_of = called.told_of
    if incident not in told_of.done_by:
        raise Defect("there is no such thing that happened")
    met = {name.removeprefix(KEPT_AS): one for name, one in case.all_answers().items() if name.startswith(KEPT_AS)}
    answers = tuple(session.answers(case, Desk(incident, person)) for person in told_of.done_by[incident])
    now = session.clock.now().astimezone().replace(tzinfo=None)
    said_on: date | None = None
    if HOW_RECENT in answers[0]:
        said = session.store.answered_at(case.id, address(HOW_RECENT, incident))
        said_on = said.astimezone().date() if said else None
    return _Seen(
        incident,
        called.if_several(Repeats.INCIDENT, incident),
        incident == told_of.incidents[0],
        answers,
        met,
        when_it_happened(answers[0], said_on, now),
        now,
    )


def _is_of_its_own(session: OpenVault, limit: TimeLimit) -> bool:
    """Whether it hangs on what is told of each thing anew; what hangs on nothing else is listed once."""
    anew = {one.id for one in session.content.questions.questions if one.repeats.is_asked_anew}
    return not anew.isdisjoint(subjects(limit.show_when))


def _is_due(limit: TimeLimit, seen: _Seen) -> bool:
    return any(evaluate(limit.show_when, Facts(as_facts(one))).truth is Truth.YES for one in seen.answers)


def _line(session: OpenVault, limit: TimeLimit, seen: _Seen) -> tuple[TimeLine, Left | None]:
    wording = session.content.wording(session.language)
    base = f"time_limit.{limit.id}"
    if limit.window is None:
        left, words, shape = None, say(wording, "now"), "now"
    else:
        left = time_left(limit.window, seen.happened, seen.now)
        after_it = wording.text(f"{base}.after_it", limit.after_it)
        words, shape = how_it_stands(left, limit.manner, after_it, wording), left.standing.value
    line_id = address(limit.id, seen.incident)
    state = _state(seen.met.get(line_id))
    word = say(wording, state) if state in WORDS else ""
    about = seen.called if _is_of_its_own(session, limit) else ""
    title = wording.text(f"{base}.title", limit.title)
    return TimeLine(line_id, title, words, shape, state, word, limit.is_prompt, about), left


def _state(met: Answer | None) -> str:
    if met is None:
        return ""
    if isinstance(met.value, Choice):
        return met.value.option
    return {AnswerStatus.DECLINED: "declined", AnswerStatus.LATER: "later"}.get(met.status, "")


def _urgency(limit: TimeLimit, left: Left | None) -> tuple[int, timedelta, int]:
    """What threatens a life first, then what ends soonest, then what is open, what is over last."""
    if limit.is_prompt or left is None:
        return (0 if limit.is_prompt or limit.rank < _FIRST else 2), timedelta(), limit.rank
    if left.standing is Standing.OVER:
        return 3, timedelta(), limit.rank
    return 1, left.least or timedelta(), limit.rank


_FIRST = 10
"""Below this rank a thing to be done now comes before everything that has a set time."""


def _settling(session: OpenVault, seen: _Seen) -> tuple[SettlingQuestion, ...]:
    wording = session.content.wording(session.language)
    may_be_put = open_ids(session.content.questions, seen.answers[0])
    return tuple(
        SettlingQuestion(
            address(name, seen.incident),
            wording.text(f"question.{name}.prompt", session.content.questions.question(name).prompt),
        )
        for name in QUESTIONS
        if name in may_be_put
    )


def _limit(session: OpenVault, limit_id: str) -> TimeLimit:
    limit = session.content.time_limits.by_id.get(plain_id(limit_id))
    if limit is None:
        raise Defect("there is no such thing to do soon")
    return limit
