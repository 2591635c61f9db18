"""The one way by which a summary leaves: permission, page, check, file, read-back, and only then the disk."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from intake.answers.model import Choice
from intake.cases.model import ShareableView
from intake.export.doubts import as_refusals
from intake.export.exporter import Exporter, PageDoesNotFit, PageHasOtherLetters
from intake.export.forbidden_values import ForbiddenValues
from intake.export.last_look import FalseAlarm, last_look, may_be_false, passes_by
from intake.export.second_net import Looked, SecondNet, lens_look
from intake.export.write_safely import NAME_START, write_safely
from intake.referral.compose import Held, PageTerms, compose
from intake.referral.content import ReferralContent
from intake.referral.frames import Line
from intake.referral.inference_check import Warned, inspect_page
from intake.referral.own_unit import own_unit_refused
from intake.referral.page import Page, page_hash
from intake.referral.ref_code import ref_code
from intake.referral.typed.own_lines import OwnLines
from intake.releases.check import check_release
from intake.releases.model import AgeGroup, Release
from intake.releases.refusal import Refusal
from intake.wording.catalogue import Wording

_AGE_QUESTION = "limits.adult"
_NO_TEMPLATE = Refusal("unknown_recipient", "There is no template for this recipient. Choose another.")


@dataclass(frozen=True, slots=True)
class Summary:
    """What is asked for: whose facts, for whom, under which release, and what has been chosen to be said.

    ``report_number`` is the one identifying answer that a release may name; the caller hands it over, or nothing.
    Without a ``fact_list`` the page says what the answers propose. ``is_practice`` when the person is invented: the
    page and the name of its file then say so. ``agreed`` holds what the person said yes to of what was typed, line by
    line; ``net`` judges it, and reads the finished file: without one nothing leaves. ``elsewhere`` is what was told of
    other things and people: it is only asked whether an officer is reported there whom the page must not reach.
    """

    view: ShareableView = field(repr=False)
    recipient_id: str
    release: Release
    report_number: str = field(default="", repr=False)
    fact_list: tuple[Line, ...] | None = field(default=None, repr=False)
    forbidden: ForbiddenValues = field(default_factory=ForbiddenValues)
    is_practice: bool = False
    agreed: tuple[Line, ...] = field(default=(), repr=False)
    net: SecondNet = field(default_factory=SecondNet)
    elsewhere: tuple[ShareableView, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Leave:
    """What some files need to leave: the key of a sealed one; a false alarm that was looked at and talked through."""

    key: str = field(default="", repr=False)
    false_alarm: FalseAlarm | None = None


_PLAIN_LEAVE = Leave()

PRACTICE_START = "Practice-"
"""How the name of a file begins that was made in practice."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """The page, its finished file, and what to look at before it leaves. Nothing has been written.

    ``alarms`` is what the last look found: as it stands, the page would not be written.
    """

    page: Page
    finished: bytes = field(repr=False)
    held: tuple[Held, ...]
    warnings: tuple[Warned, ...]
    alarms: tuple[Refusal, ...] = ()

    @property
    def page_hash(self) -> str:
        """The fingerprint to keep with the release when this page is signed."""
        return page_hash(self.page)

    @property
    def sha256(self) -> str:
        """The fingerprint of the finished file."""
        return hashlib.sha256(self.finished).hexdigest()


@dataclass(frozen=True, slots=True)
class Saved:
    """The file that was written, its fingerprint, its pages, the checks that were passed by, and what it leaves out."""

    file: Path = field(repr=False)
    sha256: str = field(repr=False)
    pages: int
    passed_by: tuple[str, ...] = ()
    held: tuple[Held, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """Every reason why nothing left. Nothing was written. ``may_be_false`` when a person may know better."""

    refusals: tuple[Refusal, ...]
    may_be_false: bool = False


def age_group_of(view: ShareableView) -> AgeGroup:
    """Of age, under age, or unknown when the question was not answered."""
    ages = {Choice("yes"): AgeGroup.ADULT, Choice("no"): AgeGroup.MINOR}
    given = view.given(_AGE_QUESTION)
    return ages.get(given, AgeGroup.UNKNOWN) if isinstance(given, Choice) else AgeGroup.UNKNOWN


def prepare_summary(
    summary: Summary, content: ReferralContent, wording: Wording, exporter: Exporter, today: date
) -> Prepared | Refused:
    """The page as it would leave, for the screen and for signing; whether it may leave is not asked here."""
    recipient = content.recipients.get(summary.recipient_id)
    if recipient is None:
        return Refused((_NO_TEMPLATE,))
    terms = _terms(summary, today)
    own = OwnLines(summary.net, summary.agreed)
    told = recipient.told(terms.items)
    unit_refused = [no for view in summary.elsewhere for no in own_unit_refused(view, (), told, terms.goes_to, content)]
    if unit_refused:
        return Refused((unit_refused[0],))
    composed = compose(summary.view, recipient, terms, content, wording, summary.fact_list, own)
    if composed.page is None:
        return Refused(composed.refusals)
    inspected = inspect_page(composed.page, recipient, terms, content, wording, own)
    if inspected.refusals:
        return Refused(inspected.refusals)
    try:
        finished = exporter.render(composed.page)
    except PageDoesNotFit:
        return Refused((Refusal("no_room", "The page is too full. Take off a line and try again."),))
    except PageHasOtherLetters:
        return Refused(as_refusals(["letters"]))
    doubts = exporter.read_back(finished, composed.page)
    if doubts:
        return Refused(doubts)
    alarms = (
        *last_look(finished, composed.page, terms, summary.forbidden, exporter, content),
        *lens_look(finished, Looked(composed.page, terms, own, content, wording), summary.net, exporter),
    )
    return Prepared(composed.page, finished, composed.held, inspected.warnings, alarms)


def save_summary(
    summary: Summary,
    content: ReferralContent,
    wording: Wording,
    exporter: Exporter,
    folder: Path,
    today: date,
    leave: Leave = _PLAIN_LEAVE,
) -> Saved | Refused:
    """Write the summary into ``folder``, or say every reason why not. Raises Mishap when the disk will not take it."""
    if summary.recipient_id not in content.recipients:
        return Refused((_NO_TEMPLATE,))
    refusals = check_release(summary.release, summary.recipient_id, today, age_group_of(summary.view))
    if refusals:
        return Refused(refusals)
    prepared = prepare_summary(summary, content, wording, exporter, today)
    if isinstance(prepared, Refused):
        return prepared
    hashes = frozenset((prepared.page_hash, prepared.sha256))
    changed = check_release(summary.release, summary.recipient_id, today, age_group_of(summary.view), hashes)
    if changed:
        return Refused(changed)
    if prepared.alarms and not passes_by(prepared.alarms, leave.false_alarm):
        return Refused(prepared.alarms, may_be_false=may_be_false(prepared.alarms))
    leaving = _sealed(prepared, exporter, leave.key)
    if isinstance(leaving, Refused):
        return leaving
    file = write_safely(folder, leaving, exporter.suffix, PRACTICE_START if summary.is_practice else NAME_START)
    passed_by = tuple(alarm.check for alarm in prepared.alarms)
    return Saved(file, hashlib.sha256(leaving).hexdigest(), 1, passed_by, prepared.held)


def _sealed(prepared: Prepared, exporter: Exporter, key: str) -> bytes | Refused:
    """The very bytes to be written: the finished file, or the same one locked and looked at again."""
    seal = exporter.seal
    if seal is None:
        return prepared.finished
    problem = seal.problem(key)
    if problem:
        return Refused(as_refusals([problem]))
    sealed = seal.close(prepared.finished, key)
    doubts = seal.check(sealed, prepared.finished, key, lambda opened: exporter.read_back(opened, prepared.page))
    return Refused(doubts) if doubts else sealed


def _terms(summary: Summary, today: date) -> PageTerms:
    release = summary.release
    return PageTerms(
        items=frozenset(release.items_released),
        name_to_use=" ".join(release.person_name_or_code.split()),
        prepared_by=" ".join(release.discloser_org.split()),
        ref=ref_code(release.release_id),
        expires_on=release.expires_on or today,
        report_number=summary.report_number,
        is_practice=summary.is_practice,
        goes_to=f"{release.recipient_org} {release.recipient_unit} {release.recipient_person}",
    )
