"""The state of the flow in plain Python: where it stands, what is missing, what is signed and saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import IntEnum

from intake.actions.interview.page import OptionWords
from intake.actions.referral.about_what import AboutWhat
from intake.actions.referral.formats import FormatLine
from intake.actions.referral.recipients import RecipientLine
from intake.actions.referral.save_summary import Refused, Saved
from intake.actions.referral.sign_release import DrawnSignature, InkSignature, NotSigned, ReleaseForm, ReleaseLine
from intake.errors import Defect
from ui.screens.referral.chosen_page import USUAL_DAYS, ChosenPage
from ui.screens.referral.verbs import (
    Listed,
    News,
    OfficeKept,
    PageMade,
    PageRequest,
    SavedOrNot,
    SignedOrNot,
    TakenBack,
)


class Step(IntEnum):
    """The four steps, in order."""

    CHOOSE = 1
    PAGE = 2
    PERMISSION = 3
    SAVE = 4


@dataclass(frozen=True, slots=True)
class PlaceChosen:
    """Make the page for this place."""

    recipient_id: str


@dataclass(frozen=True, slots=True)
class RowToggled:
    """Take this line off, or put it on."""

    row_id: str


@dataclass(frozen=True, slots=True)
class NameChosen:
    """Call the person so on the page: by a code, or by the name they use."""

    name_choice: str


@dataclass(frozen=True, slots=True)
class DaysChosen:
    """Let the page be used for so many days."""

    days: int


@dataclass(frozen=True, slots=True)
class LanguageChosen:
    """Make the page in this language."""

    language: str


@dataclass(frozen=True, slots=True)
class Agreed:
    """Nobody wants anything changed on the page."""


@dataclass(frozen=True, slots=True)
class LinesChanged:
    """Other sentences were chosen for the page."""


@dataclass(frozen=True, slots=True)
class AboutChosen:
    """Let the page be about this one of several things that happened."""

    chosen: str = field(repr=False)


Act = AboutChosen | PlaceChosen | RowToggled | NameChosen | LanguageChosen | DaysChosen | Agreed | LinesChanged


@dataclass(frozen=True, slots=True)
class FormValues:
    """What stands in the permission form."""

    purpose: str
    recipient_person: str = field(repr=False)
    method: str
    two_way: bool
    benefits_explained: bool
    risks_explained: bool
    alternatives: tuple[str, ...]
    event_expiry: str = field(repr=False)
    language_of_form: str
    interpreter_used: bool
    capacity_confirmed: bool
    signer_role: str
    signer_did_not_harm: bool
    signature: InkSignature | DrawnSignature = field(repr=False)
    staff_code: str = field(repr=False)
    staff_role: str = field(repr=False)
    copy_choice: str = ""


class Presenter:
    """Holds no widget. Every change of the page after signing leads back to the page and to a new signature."""

    def __init__(self, today: date) -> None:
        self._today = today
        self.step = Step.CHOOSE
        self.recipients: tuple[RecipientLine, ...] = ()
        self.releases: tuple[ReleaseLine, ...] = ()
        self.recipient: RecipientLine | None = None
        self.page: ChosenPage | None = None
        self.release: ReleaseLine | None = None
        self.languages: tuple[OptionWords, ...] = ()
        self.formats: tuple[FormatLine, ...] = ()
        self.partner_keys: Mapping[str, str] = {}
        self.outcome: Saved | Refused | None = None
        self.words: tuple[str, ...] = ()
        self.missing: tuple[str, ...] = ()
        self.must_sign_anew = False
        self.about = AboutWhat()

    @property
    def days(self) -> int:
        """How long the page may be used."""
        return self.page.days if self.page else USUAL_DAYS

    @property
    def last_day(self) -> date:
        """The day on which the permission would end."""
        return self._today + timedelta(days=self.days)

    def act(self, act: Act) -> None:
        """Do what was chosen on the screen."""
        match act:
            case PlaceChosen():
                self._choose(act.recipient_id)
            case RowToggled() if self.page and self.page.toggle_row(act.row_id):
                self._undo_signature()
                self.step = Step.PAGE
            case NameChosen() if self.page and self.page.name_choice != act.name_choice:
                self.page.name_choice = act.name_choice
                self._undo_signature()
                self.step = Step.PAGE
            case LanguageChosen() if self.page and self.page.language != act.language:
                self.page.language = act.language
                self._undo_signature()
                self.step = Step.PAGE
            case DaysChosen() if self.page and self.page.days != act.days:
                self.page.days = act.days  # only the last day on the page moves with it: no need to start over
                self._undo_signature()
            case LinesChanged() if self.page:
                self.page.ask_again()
                self._undo_signature()
                self.step = Step.PAGE
            case Agreed() if self.page and self.page.may_agree:
                self.missing = ()
                self.step = Step.SAVE if self.release is not None else Step.PERMISSION

    def go_back(self) -> bool:
        """One step back; False on the first step. The words of a locked file are not shown twice."""
        self.missing, self.words = (), ()
        if self.step is Step.CHOOSE:
            return False
        self.step = Step.PAGE if self.step is Step.SAVE else Step(self.step - 1)
        return True

    def next_page(self) -> PageRequest | None:
        """The page to ask the worker for now, if any."""
        return self.page.next_request() if self.page and self.step is not Step.CHOOSE else None

    def form(self, values: FormValues) -> ReleaseForm | None:
        """The permission for exactly the page that is shown, or None while that page is still being made."""
        page = self.page
        if self.recipient is None or page is None or page.preview is None or not page.may_agree:
            return None
        purposes = {choice.id: choice.label for choice in self.recipient.purpose_choices}
        return ReleaseForm(
            recipient_id=self.recipient.id,
            recipient_person=values.recipient_person,
            purpose=purposes.get(values.purpose, ""),
            items=page.items or frozenset(),
            name_choice=page.name_choice,
            page_hash=page.preview.page_hash,
            method=values.method,
            two_way=values.two_way,
            benefits_explained=values.benefits_explained,
            risks_explained=values.risks_explained,
            alternatives=values.alternatives,
            days=page.days,
            event_expiry=values.event_expiry,
            language_of_form=values.language_of_form,
            interpreter_used=values.interpreter_used,
            capacity_confirmed=values.capacity_confirmed,
            signer_role=values.signer_role,
            signer_did_not_harm=values.signer_did_not_harm,
            signature=values.signature,
            staff_code=values.staff_code,
            staff_role=values.staff_role,
            page_language=page.language,
            copy_choice=values.copy_choice,
        )

    def must_still(self, *things: str) -> None:
        """Say what is missing before the permission can be recorded."""
        self.missing = things

    def take(self, news: News) -> None:
        """Learn what the worker has done."""
        match news:
            case Listed():
                self.recipients, self.releases = news.recipients, news.releases
                self._be_about(news.about)
                self.languages, self.formats, self.partner_keys = news.languages, news.formats, news.partner_keys
            case PageMade() if self.page is not None:
                self.page.take(news)
            case OfficeKept() if self.page is not None:
                self.page.ask_again()
            case SignedOrNot():
                self._take_signature(news)
            case SavedOrNot():
                self.outcome, self.words = news.outcome, news.words
            case TakenBack():
                self._take_back(news)

    def failed(self) -> None:
        """A job came to nothing; a page that was under way may be asked for again."""
        if self.page is not None:
            self.page.give_up()

    def _be_about(self, about: AboutWhat) -> None:
        """A page about something else is another page: nothing of the one before stays."""
        if self.about.chosen not in ("", about.chosen):
            self.recipient = self.page = self.release = self.outcome = None
            self.must_sign_anew, self.words, self.missing = False, (), ()
            self.step = Step.CHOOSE
        self.about = about

    def _choose(self, recipient_id: str) -> None:
        chosen = next((line for line in self.recipients if line.id == recipient_id), None)
        if chosen is None:
            raise Defect("a place was chosen that was not offered")
        if self.recipient is None or self.recipient.id != chosen.id:
            self.recipient, self.page = chosen, ChosenPage(chosen.id, chosen.page_language)
            self.release, self.outcome, self.must_sign_anew, self.words = None, None, False, ()
        self.missing = ()
        self.step = Step.PAGE

    def _undo_signature(self) -> None:
        self.must_sign_anew = self.must_sign_anew or self.release is not None
        self.release, self.outcome, self.words = None, None, ()

    def _take_signature(self, news: SignedOrNot) -> None:
        self.releases = news.releases
        if isinstance(news.outcome, NotSigned):
            self.missing = news.outcome.reasons
            return
        self.missing, self.must_sign_anew = (), False
        self.release, self.outcome, self.words = news.outcome, None, ()
        self.step = Step.SAVE

    def _take_back(self, news: TakenBack) -> None:
        self.releases = news.releases
        if self.release is not None and self.release.id == news.release_id:  # it is still shown, as it stands now
            self.release = next((line for line in news.releases if line.id == news.release_id), None)
