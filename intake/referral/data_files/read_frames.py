"""Read the frames and hold them against the slot lists and the recipients; every fault is noted."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from intake.conditions.model import Condition
from intake.conditions.parse import NotACondition, parse_condition
from intake.errors import ContentProblem
from intake.questions.table_reader import TableReader
from intake.referral.fields import FIELDS, RECIPIENT_IDS
from intake.referral.frames import GAP, DatePrecision, Frame, SayRule, Slot, SlotSource, Typed
from intake.referral.recipients import Recipient
from intake.referral.slot_lists import SlotLists
from intake.resource_files import ContentFile, content_files


def load_frames(
    slot_lists: SlotLists, recipients: Mapping[str, Recipient], root: Path | None = None
) -> tuple[dict[str, Frame], list[ContentProblem]]:
    """Read every frame below ``resources/frames``."""
    frames: dict[str, Frame] = {}
    problems: list[ContentProblem] = []
    for file in content_files("frames", root):
        if isinstance(file, ContentProblem):
            problems.append(file)
            continue
        reader = TableReader(file, file.table, problems)
        frame = _frame(reader)
        reader.finish()
        _check_name(reader, file, frame)
        _check_slots(reader, frame, slot_lists)
        _check_recipients(reader, frame, recipients)
        frames[frame.id] = frame
    return frames, problems


def _frame(reader: TableReader) -> Frame:
    order = reader.value("order")
    if not isinstance(order, int) or isinstance(order, bool):
        reader.note("order", "'order' takes a whole number.", "Write order = 10; lower is said first.")
        order = 0
    return Frame(
        id=reader.must_text("id"),
        text=reader.must_text("text"),
        field=reader.must_text("field"),
        recipients=reader.words("recipients"),
        order=order,
        slots={name: _slot(reader, name, table) for name, table in reader.table("slots").items()},
        say=tuple(_rule(entry) for entry in reader.tables("say")),
        must_agree=reader.flag("must_agree"),
        by_hand=reader.flag("by_hand"),
        told_by=reader.words("told_by"),
    )


def _slot(reader: TableReader, name: str, table: object) -> Slot:
    if not isinstance(table, Mapping):
        reader.note(name, f"The slot '{name}' is not a table.", f'Write [slots.{name}] and list = "..." below it.')
        return Slot()
    strange = sorted(set(table) - {"list", "many", "date", "typed"})
    if strange:
        reader.note(strange[0], f"'{strange[0]}' is not a word that a slot knows.", "Use list, many, date or typed.")
    exact, typed = table.get("date"), table.get("typed")
    if typed is not None and typed not in tuple(Typed):
        reader.note("typed", f"The slot '{name}' takes nothing of that shape.", f"Use one of {', '.join(Typed)}.")
    elif typed is not None:
        return Slot(typed=Typed(str(typed)))
    if exact is None:
        return Slot(str(table.get("list", "")), table.get("many") is True)
    if exact not in tuple(DatePrecision):
        reader.note("date", f"The slot '{name}' has no such precision.", f"Use one of {', '.join(DatePrecision)}.")
        return Slot()
    return Slot(precision=DatePrecision(str(exact)))


def _rule(entry: TableReader) -> SayRule:
    sources = {name: _source(entry, name, value) for name, value in entry.table("slots").items()}
    rule = SayRule(_condition(entry), sources)
    if rule.when is None and not sources:
        entry.note("say", "This rule would always speak.", "Give it 'when' or the answers that fill its slots.")
    entry.finish()
    return rule


def _condition(entry: TableReader) -> Condition | None:
    if not entry.has("when"):
        return None
    try:
        return parse_condition(entry.value("when"))
    except NotACondition as error:
        entry.note("when", str(error), "Compare with a neighbouring file.")
        return None


def _source(entry: TableReader, name: str, value: object) -> SlotSource:
    if isinstance(value, str):
        return SlotSource(value)
    question = value.get("question") if isinstance(value, Mapping) else None
    renamed = value.get("map", {}) if isinstance(value, Mapping) else None
    if not isinstance(question, str) or not isinstance(renamed, Mapping):
        entry.note(name, f"It is not clear what fills '{name}'.", f'Write {name} = "section.question".')
        return SlotSource("")
    return SlotSource(question, {str(option): str(target) for option, target in renamed.items()})


def _check_name(reader: TableReader, file: ContentFile, frame: Frame) -> None:
    expected = file.name.removeprefix("frames/").removesuffix(".toml").replace("/", ".")
    if frame.id != expected:
        reader.note("id", f"The id '{frame.id}' does not follow from the path.", f'Write id = "{expected}".')


def _check_slots(reader: TableReader, frame: Frame, slot_lists: SlotLists) -> None:
    if set(GAP.findall(frame.text)) != set(frame.slots):
        reader.note("text", "The gaps of the sentence are not the slots below it.", "Name the same ones in both.")
    for name, slot in frame.slots.items():
        if slot.precision is None and slot.typed is None and slot.list_id not in slot_lists:
            reader.note(name, f"There is no slot list '{slot.list_id}'.", "Use the id of a file in slot_lists.")
    for rule in frame.say:
        if any(slot.typed for slot in frame.slots.values()):
            reader.note("say", "What is typed never comes from an answer.", "Take the rule out.")
        if set(rule.slots) != set(frame.slots):
            reader.note("say", "A rule does not fill every slot of the sentence.", "Say where each slot comes from.")
        for name, source in rule.slots.items():
            known = slot_lists.get(frame.slots.get(name, Slot()).list_id)
            for target in source.renamed.values():
                if known and not known.has(target):
                    reader.note("map", f"'{target}' is no value of '{known.id}'.", "Use a value of that list.")


def _check_recipients(reader: TableReader, frame: Frame, recipients: Mapping[str, Recipient]) -> None:
    if frame.field not in FIELDS:
        reader.note("field", f"'{frame.field}' is not a field.", f"Use one of {', '.join(FIELDS)}.")
    if not frame.recipients:
        reader.note("recipients", "Nobody may be told this.", 'Add recipients = ["..."].')
    for name in frame.recipients:
        if name not in RECIPIENT_IDS:
            reader.note("recipients", f"'{name}' is not a recipient.", f"Use some of {', '.join(RECIPIENT_IDS)}.")
        elif name in recipients and frame.field not in recipients[name].fields:
            what = f"'{name}' is never told anything of the field '{frame.field}'."
            reader.note("recipients", what, "Take the recipient out.")
