"""All things to do soon from ``resources/time_limits``, with every fault in the files."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from intake.conditions.evaluate import subjects
from intake.conditions.model import AnyOf, Condition
from intake.errors import ContentProblem
from intake.questions.model import Questions
from intake.questions.table_reader import TableReader
from intake.resource_files import ContentFile, content_files
from intake.time_limits.model import Manner, TimeLimit, TimeLimits, Verified, Window

FOLDER = "time_limits"
_NEVER: Condition = AnyOf(())
_Kind = TypeVar("_Kind", bound=StrEnum)


def load_time_limits(questions: Questions, root: Path | None = None) -> tuple[TimeLimits, list[ContentProblem]]:
    """Read ``<root>/time_limits``: one file for each thing to do soon."""
    problems: list[ContentProblem] = []
    limits: list[TimeLimit] = []
    for file in content_files(FOLDER, root):
        if isinstance(file, ContentProblem):
            problems.append(file)
        else:
            limits.append(_read(file, questions, problems))
    limits.sort(key=lambda one: (one.rank, one.id))
    return TimeLimits(tuple(limits), {one.id: one for one in limits}), problems


def _read(file: ContentFile, questions: Questions, problems: list[ContentProblem]) -> TimeLimit:
    reader = TableReader(file, file.table, problems)
    stem = file.name.rpartition("/")[2].removesuffix(".toml")
    if reader.must_text("id") not in ("", stem):
        reader.note("id", "The id does not match the file name.", f'Write id = "{stem}", or rename the file.')
    manner = _one_of(reader, "manner", Manner, Manner.NOW)
    source = TableReader(file, reader.table("source"), problems, "in [source]")
    limit = TimeLimit(
        id=stem,
        title=reader.must_text("title"),
        manner=manner,
        show_when=_condition(reader, questions),
        why=reader.must_text("why"),
        steps=reader.words("steps"),
        citation=source.must_text("citation"),
        locator=source.must_text("locator"),
        verified=_one_of(source, "verification", Verified, Verified.UNVERIFIED),
        rank=_whole_number(reader, "rank", 50),
        window=_window(reader, manner),
        script=reader.text("script"),
        after_it=reader.text("after_it"),
        at_home=reader.text("at_home"),
        is_prompt=reader.flag("is_prompt"),
    )
    if not limit.steps:
        reader.note("steps", "It does not say what to do.", 'Add steps = ["..."], one sentence each.')
    if manner is not Manner.NOW and not limit.after_it:
        reader.note("after_it", "It does not say what still helps afterwards.", 'Add after_it = "...".')
    if manner is not Manner.NOW and not limit.at_home:
        reader.note("at_home", "It does not say what home calls it.", 'Add at_home = "...", a word that tells nothing.')
    source.finish()
    reader.finish()
    return limit


def _condition(reader: TableReader, questions: Questions) -> Condition:
    if not reader.has("show_when"):
        reader.note("show_when", "It does not say when it is shown.", "Add show_when, a condition over questions.")
    condition = reader.condition("show_when") or _NEVER
    known = {one.id for one in questions.questions}
    for name in sorted(subjects(condition) - known) if known else ():
        reader.note("show_when", f"There is no question '{name}'.", "Use the id of a question.")
    return condition


def _window(reader: TableReader, manner: Manner) -> Window | None:
    hours, best = _hours(reader, "hours"), _hours(reader, "best_hours")
    if manner is Manner.NOW:
        if hours or best:
            reader.note("hours", "What is to be done now has no hours.", "Take them out, or change 'manner'.")
        return None
    if not hours or len(hours) > 2 or sorted(hours) != hours:  # noqa: PLR2004 - from and to
        reader.note(
            "hours", "The hours after it happened are missing.", "Write hours = [72], or [48, 336] when unsure."
        )
        return Window(timedelta(), timedelta())
    return Window(timedelta(hours=hours[0]), timedelta(hours=hours[-1]), timedelta(hours=best[0]) if best else None)


def _hours(reader: TableReader, key: str) -> list[int]:
    value = reader.value(key)
    if value is None:
        return []
    if isinstance(value, list) and all(type(one) is int and one > 0 for one in value):
        return value
    reader.note(key, f"'{key}' takes a list of whole hours.", f"Write {key} = [72].")
    return []


def _whole_number(reader: TableReader, key: str, otherwise: int) -> int:
    value = reader.value(key)
    if value is None or type(value) is int:
        return otherwise if value is None else value
    reader.note(key, f"'{key}' takes a whole number.", f"Write {key} = {otherwise}.")
    return otherwise


def _one_of(reader: TableReader, key: str, kind: type[_Kind], otherwise: _Kind) -> _Kind:
    written = reader.must_text(key)
    known: Iterable[str] = [one.value for one in kind]
    if written in known:
        return kind(written)
    if written:
        reader.note(key, f"'{written}' is not known as '{key}'.", f"Use one of {', '.join(known)}.")
    return otherwise
