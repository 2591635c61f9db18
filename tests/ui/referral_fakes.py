"""An invented report, its page and its permissions: what the referral screen is tried with."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

from intake.actions.interview.page import OptionWords
from intake.actions.referral.about_what import AboutWhat
from intake.actions.referral.choose_lines import ChosenLine, FrameOffer, LinesOfPage
from intake.actions.referral.formats import FormatLine
from intake.actions.referral.half_form import HalfForm
from intake.actions.referral.preview import PagePreview, PageRow
from intake.actions.referral.recipients import RecipientLine
from intake.actions.referral.release_words import ReleaseWords
from intake.actions.referral.save_summary import HowToSave, Refused, Saved
from intake.actions.referral.sign_release import (
    DrawnSignature,
    InkSignature,
    NotSigned,
    ReleaseForm,
    ReleaseLine,
)
from intake.actions.referral.weigh_line import WeighedLine
from intake.actions.vault.office import Office
from intake.errors import Mishap
from intake.referral.frames import FrameUse, Line
from ui.screens.referral.verbs import Listed, OfficeKept, PageMade, PageRequest, SavedOrNot, SignedOrNot, TakenBack

TODAY = date(2026, 5, 4)
_PLACES = (
    ("da_victim_services", "District attorney, help for victims", "Support through a case",
     "The DA may have to give what we send to the lawyer of the person who hurt you."),
    ("police_special_victims", "Police, special victims unit", "Start or add to a report",
     "Police write it down. Drugs can be taken. Your name may become public for some crimes. You can bring an advocate."),
    ("hospital_safe", "Hospital exam team", "Exam and care",
     "Hospital staff must call police about some injuries. You can still say no to talking with police."),
    ("shelter", "Shelter or housing", "A safe bed", "They need your needs, not your story."),
    ("legal_help", "Legal help", "A talk with a lawyer",
     "What you tell the lawyer is private. This page only asks for a call."),
    ("therapist", "Therapist", "Counselling", "They can hear your story from you."),
)  # fmt: skip
_ROWS = (
    ("name", "Name to use", ("name_to_use",), ("Ref 7K2MQ4XD",), False, False),
    ("language", "Language for meetings", ("language",), ("English",), False, False),
    ("when", "Hours since the event", ("date", "time"), ("24 to 48",), True, False),
    ("acts", "Contact and harm", ("acts",), ("The person pressed on the reporter's neck with both hands.",), True, False),
    ("signs", "Signs since then", ("injuries",), ("Hoarse voice.", "Hard to swallow."), True, False),
    ("washed", "Washed or changed", ("exam_facts",), ("Changed clothes. Clothes kept in a paper bag.",), True, False),
    ("asks", "Asks for", ("help_asked",), ("Exam.", "Advocate present."), True, False),
    ("pronouns", "Pronouns", ("pronouns",), ("She",), True, True),
    ("direct", "Direct contact", ("contact_direct",), ("Call back, no message.",), True, True),
)  # fmt: skip
LANGUAGES = (OptionWords("en", "English"), OptionWords("es", "Español"))
FORMATS = (
    FormatLine("pdf", "Page (PDF)", "To print or to hand over.", ""),
    FormatLine("pdf_sealed", "Locked page (PDF)", "It opens with words that you tell them by phone.", "passphrase"),
    FormatLine("age", "Locked for one partner (age)", "Only the partner can open it.", "public_key"),
    FormatLine("docx", "For a word processor (DOCX)", "Can be changed by whoever gets it.", ""),
    FormatLine("txt", "Plain text", "Words only.", ""),
)
WORDS = ("plaza", "otter", "linen", "quarry", "mango", "drift")
STAYS = (
    "Your own words",
    "What may protect you, and why",
    "Worries about reporting",
    "Where it happened",
    "Who did it",
    "Everything else",
)


def recipients() -> tuple[RecipientLine, ...]:
    return tuple(RecipientLine(one, name, (OptionWords("1", purpose),), risk) for one, name, purpose, risk in _PLACES)


def words(recipient_id: str) -> ReleaseWords:
    risk = next(line.risk_line for line in recipients() if line.id == recipient_id)
    return ReleaseWords(
        never_released="We never send anything about papers, your own past, or other people's names.",
        redisclosure="Once they have the page, we cannot control who sees it.",
        not_required="You can say no and still get all our help.",
        right_to_revoke="You can stop this at any time. Tell us or write to us. What was sent cannot be undone.",
        risk=risk,
        final_question="If the person who hurt you, their lawyer, your landlord, or immigration read this page, "
        "is there anything you would not want on it?",
        method_choices=(
            OptionWords("hand", "They carry it"),
            OptionWords("print", "We print it"),
            OptionWords("phone", "We read it by phone"),
            OptionWords("file", "A locked file"),
        ),
        alternative_choices=(
            OptionWords("self", "They tell them"),
            OptionWords("call", "We call with no name"),
            OptionWords("letter", "They write a letter"),
            OptionWords("nothing", "Nothing is shared"),
        ),
        signer_choices=(
            OptionWords("self", "The person"),
            OptionWords("minor_self", "The person, under 18"),
            OptionWords("guardian", "A parent or guardian"),
            OptionWords("conservator", "A conservator"),
        ),
    )


@dataclass
class FakeVerbs:
    """Keeps everything in memory and remembers what it was asked."""

    office: Office = field(default_factory=lambda: Office("Harbor Program", "415 555 0134"))
    releases: tuple[ReleaseLine, ...] = ()
    requests: list[PageRequest] = field(default_factory=list)
    forms: list[ReleaseForm] = field(default_factory=list)
    saved: list[tuple[str, Path]] = field(default_factory=list)
    refusals: tuple[str, ...] = ()
    may_be_false: bool = False
    ways: list[HowToSave] = field(default_factory=list)
    picture: tuple[int, int, bytes] | None = None
    mishap: Mishap | None = None
    warnings: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    halves: list[tuple[str, HalfForm | None]] = field(default_factory=list)
    about: AboutWhat = field(default_factory=AboutWhat)
    chosen: LinesOfPage = field(default_factory=lambda: LinesOfPage((), is_proposed=True, own_words_allowed=False))

    def look_up(self) -> Listed:
        return Listed(recipients(), self.releases, LANGUAGES, FORMATS, {"hospital_safe": "age1kept"}, self.about)

    def choose_what(self, chosen: str) -> Listed:
        self._stumble()
        self.about = replace(self.about, chosen=chosen)
        return self.look_up()

    def make_page(self, request: PageRequest) -> PageMade:
        self._stumble()
        self.requests.append(request)
        if self.problems or not self.office.programme_name:
            stopped = PagePreview(
                request.recipient_id, programme_missing=not self.office.programme_name, problems=self.problems
            )
            return PageMade(request, stopped, words(request.recipient_id), self.office)
        rows = tuple(
            PageRow(
                id=row_id,
                label=label,
                field_ids=fields,
                lines=lines,
                is_empty=False,
                may_be_taken_off=may,
                is_on=set(fields) <= request.items if request.items is not None else not tick,
                needs_tick=tick,
            )
            for row_id, label, fields, lines, may, tick in _ROWS
        )
        text = "\n".join(f"{row.label}: {' '.join(row.lines)}" for row in rows if row.is_on)
        width, height, rgb = self.picture or (85, 110, b"\xff" * (85 * 110 * 3))
        preview = PagePreview(
            recipient_id=request.recipient_id,
            rows=rows,
            image_width=width,
            image_height=height,
            image_rgb=rgb,
            text=f"Summary for referral\n{request.name_choice} {request.days}\n{text}",
            page_hash=str(hash(request)),
            stays_here=STAYS,
            warnings=self.warnings,
        )
        return PageMade(request, preview, words(request.recipient_id), self.office)

    def keep_office(self, office: Office) -> OfficeKept:
        self._stumble()
        self.office = office
        return OfficeKept()

    def sign(self, form: ReleaseForm) -> SignedOrNot:
        self._stumble()
        missing = _missing(form)
        if missing:
            return SignedOrNot(NotSigned(missing), self.releases)
        self.forms.append(form)
        name = next(line.name for line in recipients() if line.id == form.recipient_id)
        ends = TODAY + timedelta(days=form.days)
        line = ReleaseLine(f"r{len(self.forms)}", form.recipient_id, name, TODAY, ends, "valid")
        self.releases = (*self.releases, line)
        return SignedOrNot(line, self.releases)

    def save(self, release_id: str, folder: Path, how: HowToSave) -> SavedOrNot:
        self._stumble()
        self.ways.append(how)
        if self.refusals and not (self.may_be_false and how.false_alarm_reason and how.person_agreed):
            return SavedOrNot(Refused(self.refusals, self.may_be_false))
        self.saved.append((release_id, folder))
        words = WORDS if how.format_name == "pdf_sealed" else ()
        return SavedOrNot(Saved("Summary 7K2MQ4XD.pdf", folder, "0" * 64, 1, bool(words)), words)

    def take_back(self, release_id: str) -> TakenBack:
        self._stumble()
        self.releases = tuple(
            replace(line, state="revoked") if line.id == release_id else line for line in self.releases
        )
        return TakenBack(release_id, self.releases)

    def has_happened(self, release_id: str) -> TakenBack:
        self._stumble()
        self.releases = tuple(replace(line, state="over") if line.id == release_id else line for line in self.releases)
        return TakenBack(release_id, self.releases)

    def keep_form(self, recipient_id: str, form: HalfForm | None) -> None:
        self.halves.append((recipient_id, form))

    def lines(self, recipient_id: str) -> LinesOfPage:
        del recipient_id
        return self.chosen

    def keep_lines(self, recipient_id: str, lines: tuple[Line, ...] | None) -> LinesOfPage:
        del recipient_id
        self.chosen = LinesOfPage(
            tuple(ChosenLine(line, str(line)) for line in lines or ()), lines is None, own_words_allowed=False
        )
        return self.chosen

    def open_gate(self) -> None:
        pass

    def weigh(self, recipient_id: str, text: str, language: str) -> WeighedLine:
        del recipient_id, language
        return WeighedLine(text)

    def say_yes(self, recipient_id: str, line: Line, *, is_yes: bool) -> LinesOfPage:
        del recipient_id, line, is_yes
        return self.chosen

    def offers(self, recipient_id: str, typed: str) -> tuple[FrameOffer, ...]:
        del recipient_id, typed
        return ()

    def offer(self, frame_id: str) -> FrameOffer:
        return FrameOffer(frame_id, frame_id, ())

    def is_whole(self, use: FrameUse) -> bool:
        del use
        return True

    def _stumble(self) -> None:
        if self.mishap is not None:
            mishap, self.mishap = self.mishap, None
            raise mishap


def _missing(form: ReleaseForm) -> tuple[str, ...]:
    reasons = []
    if not form.purpose:
        reasons.append("Choose what the page is for.")
    if not form.method:
        reasons.append("Choose how the page gets there.")
    if not form.risks_explained:
        reasons.append("Read out what could happen, then tick it.")
    match form.signature:
        case InkSignature() as ink if not ink.place_kept:
            reasons.append("Say where the signed paper is kept.")
        case DrawnSignature() as drawn if not drawn.strokes:
            reasons.append("Let the person sign in the box.")
    return tuple(reasons)
