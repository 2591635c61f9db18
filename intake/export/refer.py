"""From a case file and a release file to a summary, or to the reasons why there is none."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from intake.clock import Clock
from intake.export.exporter import exporters
from intake.export.forbidden_values import forbidden_values
from intake.export.save_summary import Leave, Refused, Saved, Summary, save_summary
from intake.export.second_net import SecondNet
from intake.questions import kinds
from intake.questions.model import Questions
from intake.referral.case_file import NAME_QUESTION, NUMBER_QUESTION, read_case
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
    view = read.case.shareable_view()
    forbidden = forbidden_values(read.kept_apart, questions, (NAME_QUESTION, NUMBER_QUESTION))
    summary = Summary(
        view,
        referral.recipient_id,
        release,
        read.report_number,
        read.fact_list,
        forbidden,
        agreed=read.fact_list or (),
        net=net,
    )
    leave = Leave(referral.key)
    return save_summary(summary, content, wording, exporter, referral.folder, clock.today(), leave)
