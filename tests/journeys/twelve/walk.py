"""One report from its first question to a finished file by the verbs alone, with what was met on the way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from intake.actions.cases.cases import start_case
from intake.actions.interview.moves import go_on, open_interview
from intake.actions.interview.page import InterviewPage
from intake.actions.interview.record_answer import Recorded, record_answer
from intake.actions.interview.take_back import take_back
from intake.actions.protections.assess_case import assess_case
from intake.actions.referral.save_summary import Saved, save_summary
from intake.actions.session import OpenVault
from intake.actions.time_limits.time_limits import list_time_limits
from intake.answers.model import AnswerStatus
from intake.cases.model import CasePart
from intake.conditions.evaluate import subjects
from intake.content import Content
from tests.journeys.people import Person
from tests.journeys.test_six_people import form, look, text_of
from tests.unit.export.test_nothing_withheld_leaves import every_byte


@dataclass
class Way:
    """What one report met: its questions in order, the last map of the parts, and what stood above each part."""

    case_id: str
    asked: list[str] = field(default_factory=list)
    banners: dict[str, tuple[str, ...]] = field(default_factory=dict)
    end: InterviewPage | None = None

    @property
    def parts(self) -> str:
        """The letters of the parts in the order in which they came up, each once."""
        lines = {line.id: line.letter for line in self.end.sections} if self.end else {}
        return "".join(lines[name] for name in dict.fromkeys(one.split(".")[0] for one in self.asked))

    @property
    def locked(self) -> str:
        """The letters of the parts that are locked at the end."""
        return "".join(line.letter for line in self.end.sections if line.state == "locked") if self.end else ""

    def answer(self, session: OpenVault, said: Mapping[str, str | tuple[str, ...]], declined: Iterable[str]) -> None:
        """Go on from question to question. Whatever the person says has to come up by itself."""
        unsaid, declined = dict(said), frozenset(declined)
        page = open_interview(session, self.case_id)
        while page.question is not None:
            name = page.question.id
            self.asked.append(name)
            self.banners.setdefault(page.question.section_id, tuple(f"{one.text} {one.do}" for one in page.banners))
            status = AnswerStatus.DECLINED if name in declined else AnswerStatus.SKIPPED
            done = (
                record_answer(session, self.case_id, name, AnswerStatus.GIVEN, unsaid.pop(name))
                if name in unsaid
                else record_answer(session, self.case_id, name, status, None)
            )
            assert isinstance(done, Recorded), f"{name}: {done}"
            page = go_on(session, self.case_id, name)
        self.end = page
        assert not unsaid, f"never asked: {sorted(unsaid)}"


def walk(session: OpenVault, person: Person) -> Way:
    """The whole interview, once."""
    way = Way(start_case(session).id)
    way.answer(session, person.all_says, person.declines)
    return way


def findings(session: OpenVault, case_id: str) -> dict[str, str]:
    """Where the panel puts each instrument: holds, answers, lawyer, outside or model."""
    return {card.instrument: card.standing for card in assess_case(session, case_id).cards}


def time_limits(session: OpenVault, case_id: str) -> tuple[str, ...]:
    """What is better done soon, most pressing first."""
    return tuple(line.id for line in list_time_limits(session, case_id).open)


def hand_over(session: OpenVault, case_id: str, person: Person, folder: Path, **changes: object) -> str:
    """See the page, sign for it, save it. What it says, once none of what stays here was found in any of its bytes."""
    from intake.actions.referral.sign_release import ReleaseLine, sign_release

    release = sign_release(session, case_id, form(look(session, case_id, person), person, **changes))
    assert isinstance(release, ReleaseLine), release
    saved = save_summary(session, case_id, release.id, folder)
    assert isinstance(saved, Saved), saved
    file = folder / saved.file_name
    assert_nothing_walled_off(session.content, person, file)
    assert_the_same_without_the_rest(session, case_id, release.id, file)
    return " ".join(text_of(file).split())


def assert_nothing_walled_off(content: Content, person: Person, file: Path) -> None:
    """No word that stays here is in the name, the bytes, or anything packed inside."""
    found = every_byte(file).lower()
    for words in (*person.stays, *typed_words_that_stay(content, person)):
        for spelled in (words.encode(), words.encode("utf-16-be"), words.encode().hex().encode()):
            assert spelled.lower() not in found, words


def typed_words_that_stay(content: Content, person: Person) -> tuple[str, ...]:
    """Every long word that was typed where answers stay here."""
    typed = {one.id for one in content.questions.questions if one.part is CasePart.WALLED_OFF and not one.options}
    said = " ".join(str(words) for name, words in person.says.items() if name in typed)
    return tuple(word for word in said.replace('"', " ").split() if len(word) > _SHORT and word.isalpha())


_SHORT = 5


def assert_the_same_without_the_rest(session: OpenVault, case_id: str, release_id: str, file: Path) -> None:
    """With every walled-off answer gone that opens no question, the signed page is the same, to the byte."""
    kept = session.store.case(case_id).answers[CasePart.WALLED_OFF]
    conditions = [one.ask_when for one in session.content.questions.questions if one.ask_when is not None]
    openers = frozenset[str]().union(*map(subjects, conditions))
    walled_off = [name for name in (*kept, *session.memory.get(case_id, {})) if name not in openers]
    before = file.read_bytes()
    take_back(session, case_id, tuple(walled_off))
    again = save_summary(session, case_id, release_id, file.parent)
    assert isinstance(again, Saved), again
    assert (file.parent / again.file_name).read_bytes() == before
