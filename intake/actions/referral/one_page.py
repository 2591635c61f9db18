"""From a case to what a page may use of it: the same for the preview, the signature and the file."""

from __future__ import annotations

from functools import partial

from intake.actions.referral.own_words import own_words_allowed
from intake.actions.screening.desk_lens import desk_gate
from intake.actions.session import OpenVault
from intake.actions.told_of_paper import NAMES, paper_about, read_names
from intake.actions.vault.office import read_office
from intake.answers.model import Answer, AnswerStatus, Text
from intake.cases.model import Case, CasePart, ShareableView
from intake.cases.told_of import Desk
from intake.export.exporter import Exporter, exporters
from intake.export.forbidden_values import ForbiddenValues, forbidden_values
from intake.export.save_summary import Prepared, Refused, Summary, prepare_summary
from intake.export.second_net import SecondNet
from intake.questions.flow import applicable
from intake.questions.occasions import address_on, seen_from
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
    """What a page may use: shareable answers that still have their question, and the report number if released.

    Of several things that happened only what is told of the one that the release is about.
    """
    desk = Desk(release.about_incident, release.about_person)
    lines = chosen_lines(session, case_id, release.recipient, desk)
    return Summary(
        view_of(session, case_id, desk),
        release.recipient,
        release,
        report_number(session, case_id, desk),
        lines,
        forbidden_of(session, case_id, lines or (), desk),
        session.is_practice,
        agreed_lines(session, case_id, release.recipient, desk),
        net_of(session),
        views_elsewhere(session, case_id, desk),
    )


def net_of(session: OpenVault) -> SecondNet:
    """What judges whatever was typed for a page, with the words of this office."""
    if session.net is None:
        session.net = SecondNet(partial(desk_gate, session))
    return session.net


def forbidden_of(session: OpenVault, case_id: str, lines: tuple[Line, ...], desk: Desk) -> ForbiddenValues:
    """What was typed or told and must not be found in the finished file, lines in somebody's own words among it.

    Everything of every thing that happened; what may leave under its own field is only what was told of this one.
    """
    own = " ".join(line.text for line in lines if isinstance(line, OwnWords))
    case, questions = session.store.case(case_id), session.content.questions
    everything = session.everything_told(case)
    names = read_names(session.store.paper(case_id, NAMES)).values()
    told = {
        **({"": Answer(AnswerStatus.GIVEN, Text(own))} if own else {}),
        **{f"@{number}": Answer(AnswerStatus.GIVEN, Text(name)) for number, name in enumerate(names)},
        **everything,
    }
    of_this_one = seen_from(desk, everything, questions.questions)
    return forbidden_values(told, questions, (NAME_QUESTION, NUMBER_QUESTION), of_this_one)


def desk_of(session: OpenVault, case_id: str) -> Desk:
    """Which thing, and which person, is on the desk: the next page is about these."""
    return session.told_of(session.store.case(case_id)).desk


def view_of(session: OpenVault, case_id: str, desk: Desk | None = None) -> ShareableView:
    """The shareable answers that still have their question, of one thing that happened and one person, by plain ids.

    Without a ``desk``: of what is on it.
    """
    desk, questions = desk or desk_of(session, case_id), session.content.questions
    told = seen_from(desk, session.store.case(case_id).all_answers(), questions.questions)
    still_asked = applicable(questions, told)
    may_be_shared = seen_from(desk, session.store.shareable_view(case_id).answers, questions.questions)
    return ShareableView({name: still_asked[name] for name in may_be_shared if name in still_asked})


def views_elsewhere(session: OpenVault, case_id: str, desk: Desk) -> tuple[ShareableView, ...]:
    """The same of everything else that the report tells of."""
    told_of = session.told_of(session.store.case(case_id))
    return tuple(view_of(session, case_id, other) for other in told_of.pairs() if other != desk)


def report_number(session: OpenVault, case_id: str, desk: Desk) -> str:
    """The number that an office gave the report of this thing, or nothing."""
    questions, case = session.content.questions, session.store.case(case_id)
    still_asked = applicable(questions, seen_from(desk, case.all_answers(), questions.questions))
    if NUMBER_QUESTION not in still_asked:
        return ""
    return _identifying(case, address_on(desk, questions.question(NUMBER_QUESTION)))


def chosen_lines(session: OpenVault, case_id: str, recipient_id: str, desk: Desk) -> tuple[Line, ...] | None:
    """The lines that somebody chose for this recipient, or None while the answers decide."""
    kept = session.store.paper(case_id, lines_name(recipient_id, desk))
    return None if kept is None else (read_lines(kept) or ())


def agreed_lines(session: OpenVault, case_id: str, recipient_id: str, desk: Desk) -> tuple[Line, ...]:
    """What was typed for this recipient and the person said yes to, word by word; own words only while allowed."""
    agreed = read_lines(session.store.paper(case_id, yes_name(recipient_id, desk))) or ()
    return agreed if own_words_allowed(session) else tuple(line for line in agreed if isinstance(line, FrameUse))


def lines_name(recipient_id: str, desk: Desk) -> str:
    """Under which name the chosen lines are kept with the case."""
    return paper_about(f"lines:{recipient_id}", desk)


def yes_name(recipient_id: str, desk: Desk) -> str:
    """Under which name the lines are kept that the person said yes to."""
    return paper_about(f"yes:{recipient_id}", desk)


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
