"""Closed lists: the only words that can fill a slot of a frame."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from intake.errors import ContentProblem
from intake.questions.table_reader import TableReader
from intake.resource_files import ContentFile, content_files
from intake.wording.catalogue import Wording


@dataclass(frozen=True, slots=True)
class SlotValue:
    """One entry: a stable id and the English words that stand in a sentence."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class SlotList:
    """One closed list."""

    id: str
    values: tuple[SlotValue, ...]

    def has(self, value_id: str) -> bool:
        """Whether the list holds this value."""
        return any(value.id == value_id for value in self.values)

    def message_id(self, value_id: str) -> str:
        """The id under which the words of one value are translated."""
        return f"slot.{self.id}.{value_id}"

    def label(self, value_id: str, wording: Wording) -> str:
        """The words of one value. Raises KeyError for a value that the list does not hold."""
        for value in self.values:
            if value.id == value_id:
                return wording.text(self.message_id(value_id), value.label)
        raise KeyError(value_id)


SlotLists = Mapping[str, SlotList]


def load_slot_lists(root: Path | None = None) -> tuple[dict[str, SlotList], list[ContentProblem]]:
    """Read every list below ``resources/slot_lists``; all faults are noted."""
    lists: dict[str, SlotList] = {}
    problems: list[ContentProblem] = []
    for file in content_files("slot_lists", root):
        if isinstance(file, ContentProblem):
            problems.append(file)
            continue
        slot_list = _read(file, problems)
        if slot_list.id in lists:
            problems.append(file.problem("id", f"There are two lists '{slot_list.id}'.", "Give each list its own id."))
        lists[slot_list.id] = slot_list
    return lists, problems


def _read(file: ContentFile, problems: list[ContentProblem]) -> SlotList:
    reader = TableReader(file, file.table, problems)
    list_id = reader.must_text("id")
    values: list[SlotValue] = []
    for entry in reader.tables("values"):
        value = SlotValue(entry.must_text("id"), entry.must_text("label"))
        entry.finish()
        if any(value.id == other.id for other in values):
            reader.note("values", f"The value '{value.id}' stands here twice.", "Give each value its own id.")
        values.append(value)
    if not values:
        reader.note("values", "The list is empty.", "Add [[values]] with an id and a label.")
    reader.finish()
    return SlotList(list_id, tuple(values))
