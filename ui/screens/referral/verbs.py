"""What this screen asks of the core, and the news that comes back. Everything here runs in the worker."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from intake.actions.interview.page import OptionWords
from intake.actions.referral.about_what import AboutWhat, about_what, choose_what
from intake.actions.referral.choose_lines import (
    FrameOffer,
    LinesOfPage,
    frame_offer,
    is_whole,
    keep_lines,
    lines_of_page,
    offer_frames,
    say_yes,
    who_tells,
)
from intake.actions.referral.formats import FormatLine, list_formats, needs_words, partner_key, words_for_a_locked_file
from intake.actions.referral.half_form import HalfForm, keep_form, kept_form, throw_form_away
from intake.actions.referral.preview import PagePreview, preview_page
from intake.actions.referral.recipients import RecipientLine, list_page_languages, list_recipients
from intake.actions.referral.release_words import ReleaseWords, release_words
from intake.actions.referral.save_summary import HowToSave, Refused, Saved, save_summary
from intake.actions.referral.sign_release import (
    NotSigned,
    ReleaseForm,
    ReleaseLine,
    event_has_happened,
    list_releases,
    revoke_release,
    sign_release,
)
from intake.actions.referral.weigh_line import WeighedLine, weigh_line
from intake.actions.screening.desk_lens import desk_gate
from intake.actions.session import OpenVault
from intake.actions.vault.office import Office, read_office, save_office
from intake.errors import BrokenContent, Mishap
from intake.referral.frames import FrameUse, Line

TOLD_US = "spoken"  # how a permission was taken back: by word of mouth, at this desk


@dataclass(frozen=True, slots=True)
class PageRequest:
    """Everything that decides what the page looks like. ``items`` None asks for the lines that are always on it."""

    recipient_id: str
    items: frozenset[str] | None
    name_choice: str
    days: int
    language: str


@dataclass(frozen=True, slots=True)
class Listed:
    """The places a page may go to, the permissions of this report, in which languages and formats; public keys.

    ``about``: of several things that happened, which one the page is about.
    """

    recipients: tuple[RecipientLine, ...]
    releases: tuple[ReleaseLine, ...]
    languages: tuple[OptionWords, ...] = ()
    formats: tuple[FormatLine, ...] = ()
    partner_keys: Mapping[str, str] = field(default_factory=dict, repr=False)
    about: AboutWhat = field(default_factory=AboutWhat)


@dataclass(frozen=True, slots=True)
class PageMade:
    """The page that was asked for, the words of its permission, and the office when its name is missing.

    ``half`` is a form half filled in that was kept, handed over with the first page for a place.
    """

    request: PageRequest
    preview: PagePreview = field(repr=False)
    words: ReleaseWords
    office: Office | None = field(default=None, repr=False)
    half: HalfForm | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class OfficeKept:
    """The programme's name and phone are stored."""


@dataclass(frozen=True, slots=True)
class SignedOrNot:
    """What became of the permission, and all permissions as they stand now."""

    outcome: ReleaseLine | NotSigned
    releases: tuple[ReleaseLine, ...]


@dataclass(frozen=True, slots=True)
class SavedOrNot:
    """What became of the file, and the words that open one that was locked with them."""

    outcome: Saved | Refused
    words: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A permission was taken back, or what it was for has happened; all permissions as they stand now."""

    release_id: str
    releases: tuple[ReleaseLine, ...]


News = Listed | PageMade | OfficeKept | SignedOrNot | SavedOrNot | TakenBack


class Verbs(Protocol):
    """The verbs for one report. Tests put invented ones in their place."""

    def look_up(self) -> Listed:
        """Where a page may go, and what was permitted before."""
        ...

    def choose_what(self, chosen: str) -> Listed:
        """Let the page be about this one of several things that happened. Raises Mishap."""
        ...

    def make_page(self, request: PageRequest) -> PageMade:
        """Compose the page exactly as it would leave."""
        ...

    def keep_office(self, office: Office) -> OfficeKept:
        """Store the neutral name and phone that stand on every page. Raises Mishap."""
        ...

    def sign(self, form: ReleaseForm) -> SignedOrNot:
        """Record the permission, or say what is missing. Raises Mishap."""
        ...

    def save(self, release_id: str, folder: Path, how: HowToSave) -> SavedOrNot:
        """Write the file, or say what stops it. Raises Mishap."""
        ...

    def take_back(self, release_id: str) -> TakenBack:
        """End a permission at once. Raises Mishap."""
        ...

    def has_happened(self, release_id: str) -> TakenBack:
        """End a permission because the event in it has come. Raises Mishap."""
        ...

    def keep_form(self, recipient_id: str, form: HalfForm | None) -> None:
        """Keep a form half filled in, or throw it away. Raises Mishap."""
        ...

    def lines(self, recipient_id: str) -> LinesOfPage:
        """The sentences for a place."""
        ...

    def keep_lines(self, recipient_id: str, lines: tuple[Line, ...] | None) -> LinesOfPage:
        """Keep these sentences, or go back to what the answers propose. Raises Mishap."""
        ...

    def open_gate(self) -> None:
        """Open lens and gate before they are needed; whatever goes wrong is said when they are."""
        ...

    def weigh(self, recipient_id: str, text: str, language: str) -> WeighedLine:
        """What the gate says of a line in own words."""
        ...

    def say_yes(self, recipient_id: str, line: Line, *, is_yes: bool) -> LinesOfPage:
        """Note that the person said yes to this line, or no longer does. Raises Mishap."""
        ...

    def offers(self, recipient_id: str, typed: str) -> tuple[FrameOffer, ...]:
        """The sentences that come nearest to what was typed."""
        ...

    def offer(self, frame_id: str) -> FrameOffer:
        """One sentence with its gaps; the words in them fit the one who tells."""
        ...

    def is_whole(self, use: FrameUse) -> bool:
        """Whether each gap of a sentence is filled. Reads no vault: any thread may ask."""
        ...


@dataclass(frozen=True, slots=True)
class CaseVerbs:
    """The verbs of the real program, bound to one open vault and one report."""

    session: OpenVault = field(repr=False)
    case_id: str = field(repr=False)

    def look_up(self) -> Listed:
        """See Verbs."""
        recipients = list_recipients(self.session)
        return Listed(
            recipients,
            list_releases(self.session, self.case_id),
            list_page_languages(self.session),
            list_formats(self.session),
            {line.id: partner_key(self.session, line.id) for line in recipients},
            about_what(self.session, self.case_id),
        )

    def choose_what(self, chosen: str) -> Listed:
        """See Verbs."""
        choose_what(self.session, self.case_id, chosen)
        return self.look_up()

    def make_page(self, request: PageRequest) -> PageMade:
        """See Verbs."""
        preview = preview_page(
            self.session,
            self.case_id,
            request.recipient_id,
            request.items,
            request.name_choice,
            request.days,
            request.language,
        )
        office = read_office(self.session) if preview.programme_missing else None
        half = kept_form(self.session, self.case_id, request.recipient_id) if request.items is None else None
        return PageMade(request, preview, release_words(self.session, request.recipient_id), office, half)

    def keep_office(self, office: Office) -> OfficeKept:
        """See Verbs."""
        save_office(self.session, office)
        return OfficeKept()

    def sign(self, form: ReleaseForm) -> SignedOrNot:
        """See Verbs."""
        outcome = sign_release(self.session, self.case_id, form)
        return SignedOrNot(outcome, list_releases(self.session, self.case_id))

    def save(self, release_id: str, folder: Path, how: HowToSave) -> SavedOrNot:
        """See Verbs. The words of a locked page are made here and live no longer than they are shown."""
        words = words_for_a_locked_file() if needs_words(how.format_name) else ""
        keyed = replace(how, key=words) if words else how
        outcome = save_summary(self.session, self.case_id, release_id, folder, keyed)
        return SavedOrNot(outcome, tuple(words.split()) if isinstance(outcome, Saved) else ())

    def take_back(self, release_id: str) -> TakenBack:
        """See Verbs."""
        revoke_release(self.session, self.case_id, release_id, TOLD_US)
        return TakenBack(release_id, list_releases(self.session, self.case_id))

    def has_happened(self, release_id: str) -> TakenBack:
        """See Verbs."""
        event_has_happened(self.session, self.case_id, release_id)
        return TakenBack(release_id, list_releases(self.session, self.case_id))

    def keep_form(self, recipient_id: str, form: HalfForm | None) -> None:
        """See Verbs."""
        if form is None:
            throw_form_away(self.session, self.case_id, recipient_id)
        else:
            keep_form(self.session, self.case_id, recipient_id, form)

    def lines(self, recipient_id: str) -> LinesOfPage:
        """See Verbs."""
        return lines_of_page(self.session, self.case_id, recipient_id)

    def keep_lines(self, recipient_id: str, lines: tuple[Line, ...] | None) -> LinesOfPage:
        """See Verbs."""
        return keep_lines(self.session, self.case_id, recipient_id, lines)

    def open_gate(self) -> None:
        """See Verbs."""
        with suppress(BrokenContent, Mishap):
            desk_gate(self.session)

    def weigh(self, recipient_id: str, text: str, language: str) -> WeighedLine:
        """See Verbs."""
        return weigh_line(self.session, self.case_id, recipient_id, text, language)

    def say_yes(self, recipient_id: str, line: Line, *, is_yes: bool) -> LinesOfPage:
        """See Verbs."""
        return say_yes(self.session, self.case_id, recipient_id, line, is_yes=is_yes)

    def offers(self, recipient_id: str, typed: str) -> tuple[FrameOffer, ...]:
        """See Verbs."""
        return offer_frames(self.session, self.case_id, recipient_id, typed)

    def offer(self, frame_id: str) -> FrameOffer:
        """See Verbs."""
        return frame_offer(self.session, frame_id, who=who_tells(self.session, self.case_id))

    def is_whole(self, use: FrameUse) -> bool:
        """See Verbs."""
        return is_whole(self.session, use)
