"""One question file becomes a Question."""

from __future__ import annotations

from collections.abc import Mapping

from intake.cases.model import CasePart
from intake.cases.told_of import Repeats
from intake.errors import ContentProblem
from intake.questions.kinds import AnswerKind
from intake.questions.model import WAYS, Audience, Column, Fate, Option, Question
from intake.questions.read_facts import read_facts
from intake.questions.read_section import read_repeats
from intake.questions.table_reader import TableReader
from intake.resource_files import ContentFile

_WALLED_OFF = (Fate.STAYS, CasePart.WALLED_OFF)
CLASSES: Mapping[str, tuple[Fate, CasePart]] = {
    "EX": (Fate.WITH_PERMISSION, CasePart.SHAREABLE),
    "ER": (Fate.WITH_PERMISSION, CasePart.SHAREABLE),
    "ID": (Fate.WITH_PERMISSION, CasePart.IDENTIFYING),
    "PI": _WALLED_OFF,
    "SI": _WALLED_OFF,
    "IM": _WALLED_OFF,
}
"""What becomes of an answer, by the class that the catalogue gives its question."""

BLAMING = ("why did you", "explain", "refused", "and then what")
"""Words that a prompt may not hold: they ask the person to account for themselves."""


def read_question(
    file: ContentFile,
    question_id: str,
    kinds: Mapping[str, AnswerKind],
    problems: list[ContentProblem],
    part_repeats: Repeats = Repeats.ONCE,
) -> Question:
    """The question of this file; its faults are added to ``problems``. ``part_repeats``: what its part says of it.

    Where a fault leaves something open, the stricter reading stands in, so that later checks can go on.
    """
    reader = TableReader(file, file.table, problems)
    _check_id(reader, question_id)
    fate, part = _fate_and_part(reader)
    question = Question(
        id=question_id,
        catalogue=reader.must_text("catalogue"),
        section=question_id.partition(".")[0],
        kind=reader.must_text("kind"),
        prompt=_prompt(reader),
        why_we_ask=reader.must_text("why_we_ask"),
        fate=fate,
        part=part,
        audience=_audience(reader),
        help=reader.text("help"),
        script=reader.text("script"),
        options=_options(reader),
        columns=_columns(reader),
        begins_with=reader.text("begins_with"),
        recipients=reader.words("recipients"),
        field=reader.text("field"),
        after=reader.text("after"),
        ask_when=reader.condition("ask_when"),
        facts=read_facts(reader),
        put_off_when=reader.condition("put_off_when"),
        put_off_behind=reader.text("put_off_behind"),
        value_type=_value_type(reader, kinds),
        repeats=read_repeats(reader) or part_repeats,
    )
    _check_kind(reader, question, kinds)
    if (question.put_off_when is None) == bool(question.put_off_behind):
        cure = 'Write put_off_when = { ... } and put_off_behind = "section.question" together.'
        reader.note("put_off_when", "'put_off_when' and 'put_off_behind' belong together.", cure)
    reader.finish()
    return question


def _check_id(reader: TableReader, question_id: str) -> None:
    written = reader.must_text("id")
    if written not in ("", question_id):
        reader.note(
            "id",
            f"The id '{written}' does not match the folder and the file name.",
            f'Write id = "{question_id}", or move the file.',
        )


def _fate_and_part(reader: TableReader) -> tuple[Fate, CasePart]:
    written = reader.must_text("class")
    memory_only = reader.flag("memory_only")
    if written and written not in CLASSES:
        reader.note("class", f"There is no class '{written}'.", f"Use one of {', '.join(CLASSES)}.")
    fate, part = CLASSES.get(written, _WALLED_OFF)
    if not memory_only:
        return fate, part
    if fate is Fate.WITH_PERMISSION:
        reader.note(
            "memory_only",
            f"A question of class {written} can be handed on, so it cannot be kept in memory alone.",
            "Take memory_only out, or give the question class PI, SI or IM.",
        )
    return Fate.NOT_SAVED, CasePart.WALLED_OFF


def _prompt(reader: TableReader) -> str:
    prompt = reader.must_text("prompt")
    for words in BLAMING:
        if words in prompt.lower():
            reader.note(
                "prompt",
                f"The prompt says '{words}', which can sound like blame.",
                "Ask what happened, not for reasons; say 'declined' of a person who did not want to answer.",
            )
    return prompt


def _audience(reader: TableReader) -> Audience:
    written = reader.text("audience") or Audience.PERSON
    if written in tuple(Audience):
        return Audience(written)
    reader.note("audience", f"There is no audience '{written}'.", f"Use one of {', '.join(Audience)}.")
    return Audience.PERSON


def _options(question: TableReader) -> tuple[Option, ...]:
    options: dict[str, Option] = {}
    for reader in question.tables("options"):
        option = Option(reader.must_text("id"), reader.must_text("label"), reader.text("tip"), reader.text("way"))
        if option.way not in ("", *WAYS):
            reader.note("way", f"There is no way '{option.way}'.", f"Use one of {', '.join(WAYS)}.")
        reader.finish()
        if option.id in options:
            reader.note("options", f"Two options have the id '{option.id}'.", "Give each option an id of its own.")
        options[option.id] = option
    return tuple(options.values())


def _columns(question: TableReader) -> tuple[Column, ...]:
    columns = []
    for reader in question.tables("columns"):
        columns.append(Column(reader.must_text("id"), reader.must_text("label"), _options(reader)))
        reader.finish()
    return tuple(columns)


def _value_type(reader: TableReader, kinds: Mapping[str, AnswerKind]) -> type | None:
    kind = kinds.get(reader.text("kind"))
    return kind.value_type if kind is not None else None


def _check_kind(reader: TableReader, question: Question, kinds: Mapping[str, AnswerKind]) -> None:
    kind = kinds.get(question.kind)
    if kind is None:
        if question.kind:
            reader.note("kind", f"There is no kind '{question.kind}'.", f"Use one of {', '.join(sorted(kinds))}.")
    elif bool(question.columns) is not (kind.id == "things"):
        cure = "Add [[columns]] with id, label and options to a list of things, and to nothing else."
        reader.note("columns", f"The kind '{kind.id}' and its columns do not fit.", cure)
    elif kind.takes_options and not question.options:
        reader.note(
            "kind", f"The kind '{kind.id}' needs options, and there are none.", "Add [[options]] with id and label."
        )
    elif not kind.takes_options and question.options:
        reader.note(
            "options", f"The kind '{kind.id}' takes no options.", "Take the options out, or choose another kind."
        )
