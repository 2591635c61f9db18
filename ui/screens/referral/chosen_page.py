"""The page as it was put together for one place: what is on it, and whether the one that is shown is up to date."""

from __future__ import annotations

from dataclasses import dataclass, field

from intake.actions.referral.half_form import HalfForm
from intake.actions.referral.preview import PagePreview, PageRow
from intake.actions.referral.release_words import ReleaseWords
from intake.actions.vault.office import Office
from ui.screens.referral.verbs import PageMade, PageRequest

USUAL_DAYS = 15
DAY_CHOICES = (1, 7, USUAL_DAYS, 30)
CODE, NAME = "code", "name"


@dataclass(frozen=True, slots=True)
class RowState:
    """One line of the page and whether it stands on it now."""

    row: PageRow = field(repr=False)
    is_on: bool


class ChosenPage:
    """Asks for one page at a time; what was changed meanwhile is asked for when that one has come."""

    def __init__(self, recipient_id: str, language: str) -> None:
        self._recipient_id = recipient_id
        self.language = language
        self._rows: tuple[PageRow, ...] = ()
        self._on_rows: frozenset[str] = frozenset()
        self._shown: PageRequest | None = None
        self._underway: PageRequest | None = None
        self.items: frozenset[str] | None = None
        self.name_choice = CODE
        self.days = USUAL_DAYS
        self.preview: PagePreview | None = None
        self.words: ReleaseWords | None = None
        self.office: Office | None = None
        self.half: HalfForm | None = None

    @property
    def programme_missing(self) -> bool:
        """Whether the page cannot be made until the office has a name and a phone."""
        return self.preview is not None and self.preview.programme_missing

    @property
    def problems(self) -> tuple[str, ...]:
        """What keeps the page from being made, each as a thing to do."""
        return self.preview.problems if self.preview else ()

    @property
    def may_agree(self) -> bool:
        """Whether the page that is shown is the one that everything chosen so far leads to."""
        is_current = self.preview is not None and self._shown == self._request()
        return is_current and not self.programme_missing and not self.problems

    @property
    def rows(self) -> tuple[RowState, ...]:
        """The lines in the order of the page; those of the last page that could be made when this one cannot."""
        return tuple(RowState(row, row.id in self._on_rows) for row in self._rows)

    def next_request(self) -> PageRequest | None:
        """The page to ask the worker for now; None when the right one is shown or another is under way."""
        wanted = self._request()
        if self._underway is not None or self._shown == wanted:
            return None
        self._underway = wanted
        return wanted

    def toggle_row(self, row_id: str) -> bool:
        """Take a line off the page or put it on; False when nobody may."""
        row = next((row for row in self._rows if row.id == row_id), None)
        if row is None or not row.may_be_taken_off:
            return False
        self._on_rows ^= {row_id}
        self.items = self._named_items()
        return True

    def take(self, news: PageMade) -> None:
        """Show the page that has come, unless something was changed since it was asked for."""
        self._underway = None
        if self.half is None and news.half is not None:
            self._restore(news.half)
        if news.request != self._request():
            self.words = news.words
            return
        self.preview, self.words, self.office = news.preview, news.words, news.office
        if news.preview.rows:
            self._rows = news.preview.rows
            self._on_rows = frozenset(row.id for row in self._rows if row.is_on)
            self.items = self._named_items()
        self._shown = self._request()

    def ask_again(self) -> None:
        """The page that is shown no longer counts: something outside of it has changed."""
        self._shown = None

    def give_up(self) -> None:
        """The page under way has come to nothing; it may be asked for again."""
        self._underway = None

    def _request(self) -> PageRequest:
        return PageRequest(self._recipient_id, self.items, self.name_choice, self.days, self.language)

    def _restore(self, half: HalfForm) -> None:
        """Go on where the form was left."""
        self.half = half
        self.name_choice, self.days = half.name_choice, half.days
        if half.items is not None:
            self.items = frozenset(half.items)

    def _named_items(self) -> frozenset[str]:
        return frozenset(name for row in self._rows if row.id in self._on_rows for name in row.field_ids)
