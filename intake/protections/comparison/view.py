"""The comparison in one language, ready to be shown or printed. Words about offices and texts, nothing else."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from babel import Locale
from babel.dates import format_date

from intake.protections.comparison.model import Comparison, Policy, Row, RowGroup, Standing
from intake.protections.comparison.words import WORDS
from intake.protections.model import Verification
from intake.wording.catalogue import Wording

BULLET = "\N{BULLET}"
"""Stands before each question on paper."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one standing is called and what it means."""

    standing: Standing
    word: str
    means: str


@dataclass(frozen=True, slots=True)
class PolicyColumn:
    """One policy: its names, how far our reading goes, where it was read."""

    id: str
    name: str
    short_name: str
    caution: str
    source_line: str
    read_line: str


@dataclass(frozen=True, slots=True)
class CellView:
    """How one policy stands to one row."""

    policy: str
    standing: Standing
    word: str
    reason: str
    where: str


@dataclass(frozen=True, slots=True)
class RowView:
    """One row with a cell for every policy shown."""

    id: str
    title: str
    words: str
    where: str
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True)
class GroupView:
    """The rows that come from one source."""

    title: str
    source_line: str
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True)
class ThemeView:
    """Questions that belong together."""

    title: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """The whole comparison. ``headings`` gives the fixed words by name."""

    language: str
    headings: dict[str, str]
    meanings: tuple[Meaning, ...]
    policies: tuple[PolicyColumn, ...]
    groups: tuple[GroupView, ...]
    themes: tuple[ThemeView, ...]

    @property
    def rows(self) -> tuple[RowView, ...]:
        """Every row, in reading order."""
        return tuple(row for group in self.groups for row in group.rows)

    def texts(self) -> tuple[str, ...]:
        """Every string that is printed, from top to bottom."""
        return tuple(self._texts())

    def _texts(self) -> Iterator[str]:
        said = self.headings
        yield from (said["title"], said["lead"], said["closing"], said["what_words_mean"])
        for meaning in self.meanings:
            yield from (meaning.word, meaning.means)
        yield from (said["at_a_glance"], said["row"], *(policy.short_name for policy in self.policies))
        for group in self.groups:
            yield group.title
            for row in group.rows:
                yield from (row.title, *(cell.word for cell in row.cells))
        yield said["row_by_row"]
        for group in self.groups:
            yield from (group.title, group.source_line)
            for row in group.rows:
                yield from (row.title, row.words, row.where)
                for policy, cell in zip(self.policies, row.cells, strict=True):
                    yield from (policy.short_name, cell.word, cell.reason, cell.where)
        yield said["policies"]
        for policy in self.policies:
            yield from (policy.name, policy.caution, policy.source_line, policy.read_line)
        yield said["questions"]
        for theme in self.themes:
            yield from (theme.title, *(f"{BULLET} {question}" for question in theme.questions))


def comparison_view(comparison: Comparison, wording: Wording, only: Collection[str] = ()) -> ComparisonView:
    """The comparison in the language of ``wording``; ``only`` names the policies to show, none naming all."""
    return _Writer(comparison, wording, frozenset(only)).view()


@dataclass(frozen=True, slots=True)
class _Writer:
    comparison: Comparison
    wording: Wording
    only: frozenset[str]

    def view(self) -> ComparisonView:
        return ComparisonView(
            language=self.wording.language,
            headings={name: self._fixed(name) for name in WORDS},
            meanings=tuple(Meaning(one, self._fixed(one), self._fixed(f"{one}_means")) for one in Standing),
            policies=tuple(self._column(policy) for policy in self._shown()),
            groups=tuple(self._group(group) for group in self.comparison.groups),
            themes=tuple(
                ThemeView(
                    self.wording.text(f"comparison.theme.{theme.id}", theme.title),
                    tuple(self.wording.text("comparison.question", question) for question in theme.questions),
                )
                for theme in self.comparison.themes
            ),
        )

    def _shown(self) -> tuple[Policy, ...]:
        return tuple(policy for policy in self.comparison.policies if not self.only or policy.id in self.only)

    def _column(self, policy: Policy) -> PolicyColumn:
        start = f"comparison.policy.{policy.id}"
        read = "read_on" if policy.verification is Verification.TEXT_READ else "told_on"
        day = format_date(policy.read_on, format="long", locale=Locale.parse(self.wording.language))
        return PolicyColumn(
            policy.id,
            self.wording.text(f"{start}.name", policy.name),
            self.wording.text(f"{start}.short_name", policy.short_name),
            self.wording.text(f"{start}.caution", policy.caution),
            self._fixed("source").replace("{citation}", policy.citation),
            self._fixed(read).replace("{day}", day),
        )

    def _group(self, group: RowGroup) -> GroupView:
        title = self.wording.text(f"comparison.group.{group.id}", group.title)
        source = self._fixed("source").replace("{citation}", group.citation)
        return GroupView(title, source, tuple(self._row(row) for row in group.rows))

    def _row(self, row: Row) -> RowView:
        start = f"comparison.row.{row.id}"
        return RowView(
            row.id,
            self.wording.text(f"{start}.title", row.title),
            self.wording.text(f"{start}.words", row.words),
            self._where("written_at", row.locator),
            tuple(self._cell(policy, row.id) for policy in self._shown()),
        )

    def _cell(self, policy: Policy, row_id: str) -> CellView:
        cell = policy.cells[row_id]
        reason = self.wording.text("comparison.reason", cell.reason)
        where = self._where("looked_at", cell.locator)
        return CellView(policy.id, cell.standing, self._fixed(cell.standing), reason, where)

    def _where(self, name: str, locator: str) -> str:
        return self._fixed(name).replace("{locator}", self.wording.text("comparison.locator", locator))

    def _fixed(self, name: str) -> str:
        return self.wording.text(f"comparison.{name}", WORDS[name])
