"""From a case file and a release file to a summary, or to the reasons why there is none."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from intake.cases.model import ShareableView
from intake.cases.told_of import Desk
from intake.clock import Clock
from intake.export.exporter import exporters
from intake.export.forbidden_values import forbidden_values
from intake.export.save_summary import Leave, Refused, Saved, Summary, save_summary
from intake.export.second_net import SecondNet
from intake.questions import kinds
from intake.questions.model import Questions
from intake.questions.occasions import number_of, seen_from
from intake.referral.case_file import NAME_QUESTION, NUMBER_QUESTION, CaseFile, read_case
from intake.referral.content import ReferralContent
from intake.referral.release_file import read_release
from intake.releases.refusal import Refusal
from intake.wording.catalogue import Wording


@dataclass(frozen=True, slots=True)
class Referral:
    """What the verb is given: two files as parsed JSON, for whom, in which format and folder, under which key."""

    case: object = field(repr=False)
    release: object = field(repr=False)
    recipient_id: str
    format_name: str = field(repr=False)
    folder: Path = field(repr=False)
    key: str = field(default="", repr=False)


def refer(
    referral: Referral,
    content: ReferralContent,
    questions: Questions,
    wording: Wording,
    clock: Clock,
    net: SecondNet,
) -> Saved | Refused:
    """Write the summary, or refuse. Raises Mishap when a file cannot be used or the disk will not take the summary.

    Whoever writes a list of facts into the file says that the person agreed to each of its lines.
    """
    read = read_case(referral.case, questions, kinds.discover(), clock)
    release = read_release(referral.release, content, questions)
    exporter = exporters().get(referral.format_name)
    if exporter is None:
        known = ", ".join(sorted(exporters()))
        return Refused((Refusal("unknown_format", f"There is no such format. Choose one of: {known}."),))
    desk = Desk(release.about_incident, release.about_person)
    of_this_one = seen_from(desk, read.kept_apart, questions.questions)
    forbidden = forbidden_values(read.kept_apart, questions, (NAME_QUESTION, NUMBER_QUESTION), of_this_one)
    summary = Summary(
        _view(read, questions, desk),
        referral.recipient_id,
        release,
        read.report_number(desk.incident),
        read.fact_list,
        forbidden,
        agreed=read.fact_list or (),
        net=net,
        elsewhere=tuple(_view(read, questions, other) for other in _others(read, desk)),
    )
    leave = Leave(referral.key)
    return save_summary(summary, content, wording, exporter, referral.folder, clock.today(), leave)


def _view(read: CaseFile, questions: Questions, desk: Desk) -> ShareableView:
    """What may be shared of one thing and one person, by plain ids."""
    return ShareableView(seen_from(desk, read.case.shareable_view().answers, questions.questions))


def _others(read: CaseFile, desk: Desk) -> list[Desk]:
    """Everything else that the file may tell of."""
    numbers = sorted({1, *map(number_of, read.case.all_answers())})
    return [other for one in numbers for who in numbers if (other := Desk(one, who)) != desk]
