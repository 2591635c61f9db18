"""From a case to what a page may use of it: the same for the preview, the signature and the file."""

from __future__ import annotations

from functools import partial

from intake.actions.referral.own_words import own_words_allowed
from intake.actions.screening.desk_lens import desk_gate
from intake.actions.session import OpenVault
from intake.actions.vault.office import read_office
from intake.answers.model import Answer, AnswerStatus, Text
from intake.cases.model import Case, CasePart, ShareableView
from intake.export.exporter import Exporter, exporters
from intake.export.forbidden_values import ForbiddenValues, forbidden_values
from intake.export.save_summary import Prepared, Refused, Summary, prepare_summary
from intake.export.second_net import SecondNet
from intake.questions.flow import applicable
from intake.referral.case_file import NAME_QUESTION, NUMBER_QUESTION, read_lines
from intake.referral.frames import FrameUse, Line, OwnWords
from intake.referral.ref_code import ref_code
from intake.releases.model import Release, new_release_id
from intake.releases.refusal import Refusal

FORMAT = "pdf"


def release_id_to_be(session: OpenVault, case_id: str, recipient_id: str) -> str:
    """The id that the next release for this recipient will have; the same until it is signed."""
    return session.unsigned_releases.setdefault((case_id, recipient_id), new_release_id())


def name_or_code(session: OpenVault, case_id: str, recipient_id: str, name_choice: str) -> str:
    """What stands under *Name to use*: the name the person gave, when they choose so, else the reference."""
    if name_choice == "name":
        return given_text(session, case_id, NAME_QUESTION)
    return ref_code(release_id_to_be(session, case_id, recipient_id))


def prepare(session: OpenVault, case_id: str, release: Release, language: str) -> Prepared | Refused:
    """Compose, check, render and read back the page of a release; nothing is written."""
    summary = summary_of(session, case_id, release)
    content = session.content
    return prepare_summary(summary, content.referral, content.wording(language), exporter(), session.clock.today())


def summary_of(session: OpenVault, case_id: str, release: Release) -> Summary:
    """What a page may use: shareable answers that still have their question, and the report number if released."""
    lines = chosen_lines(session, case_id, release.recipient)
    return Summary(
        view_of(session, case_id),
        release.recipient,
        release,
        report_number(session, case_id),
        lines,
        forbidden_of(session, case_id, lines or ()),
        session.is_practice,
        agreed_lines(session, case_id, release.recipient),
        net_of(session),
    )


def net_of(session: OpenVault) -> SecondNet:
    """What judges whatever was typed for a page, with the words of this office."""
    if session.net is None:
        session.net = SecondNet(partial(desk_gate, session))
    return session.net


def forbidden_of(session: OpenVault, case_id: str, lines: tuple[Line, ...]) -> ForbiddenValues:
    """What was typed or told and must not be found in the finished file, lines in somebody's own words among it."""
    own = " ".join(line.text for line in lines if isinstance(line, OwnWords))
    told = {
        **({"": Answer(AnswerStatus.GIVEN, Text(own))} if own else {}),
        **session.store.case(case_id).all_answers(),
        **session.memory.get(case_id, {}),
    }
    return forbidden_values(told, session.content.questions, (NAME_QUESTION, NUMBER_QUESTION))


def view_of(session: OpenVault, case_id: str) -> ShareableView:
    """The shareable answers that still have their question."""
    still_asked = applicable(session.content.questions, session.store.case(case_id).all_answers())
    view = session.store.shareable_view(case_id)
    return ShareableView({name: still_asked[name] for name in view.answers if name in still_asked})


def report_number(session: OpenVault, case_id: str) -> str:
    """The number that an office gave the report, or nothing."""
    case = session.store.case(case_id)
    still_asked = applicable(session.content.questions, case.all_answers())
    return _identifying(case, NUMBER_QUESTION) if NUMBER_QUESTION in still_asked else ""


def chosen_lines(session: OpenVault, case_id: str, recipient_id: str) -> tuple[Line, ...] | None:
    """The lines that somebody chose for this recipient, or None while the answers decide."""
    kept = session.store.paper(case_id, lines_name(recipient_id))
    return None if kept is None else (read_lines(kept) or ())


def agreed_lines(session: OpenVault, case_id: str, recipient_id: str) -> tuple[Line, ...]:
    """What was typed for this recipient and the person said yes to, word by word; own words only while allowed."""
    agreed = read_lines(session.store.paper(case_id, yes_name(recipient_id))) or ()
    return agreed if own_words_allowed(session) else tuple(line for line in agreed if isinstance(line, FrameUse))


def lines_name(recipient_id: str) -> str:
    """Under which name the chosen lines are kept with the case."""
    return f"lines:{recipient_id}"


def yes_name(recipient_id: str) -> str:
    """Under which name the lines are kept that the person said yes to."""
    return f"yes:{recipient_id}"


def exporter(format_name: str = FORMAT) -> Exporter:
    """A format by name; without one, that in which a page is shown. Raises KeyError for an unknown one."""
    return exporters()[format_name]


def given_text(session: OpenVault, case_id: str, question_id: str) -> str:
    """An identifying answer as it was given, or nothing."""
    return _identifying(session.store.case(case_id), question_id)


def prepared_by(session: OpenVault) -> str:
    """The programme's name and phone, or nothing while they are not set."""
    return read_office(session).prepared_by


def refusal_words(session: OpenVault, refusals: tuple[Refusal, ...]) -> tuple[str, ...]:
    """What to do about each reason, in the language of the desk, each once."""
    wording = session.content.wording(session.language)
    return tuple(dict.fromkeys(wording.text(one.message_id, one.what_to_do) for one in refusals))


def _identifying(case: Case, question_id: str) -> str:
    answer = case.answers.get(CasePart.IDENTIFYING, {}).get(question_id)
    if answer is None or answer.status is not AnswerStatus.GIVEN or not isinstance(answer.value, Text):
        return ""
    return answer.value.text.strip()
