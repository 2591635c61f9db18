"""Everything that is wrong with the data files, in plain words."""

from __future__ import annotations

from pathlib import Path

from intake.content import Content, load_content
from intake.errors import BrokenContent, ContentProblem
from intake.protections.examples import surprises
from intake.protections.own.read import read_own
from intake.screening.asking import asking_surprises, load_asking
from intake.screening.examples import pack_surprises
from intake.screening.gate.words import GateLists
from intake.screening.harms import load_harms
from intake.screening.judgement.load import load_judge
from intake.screening.packs import load_word_packs
from intake.wording.check_languages import language_faults

_CURE = "Mend the rule or the example; ask the one who read the text which of them is right."


def content_faults(root: Path | None = None) -> tuple[ContentProblem, ...]:
    """Every fault of every data file, the examples of the law included; empty when all is well."""
    try:
        content = load_content(root)
    except BrokenContent as broken:
        return (*broken.problems, *language_faults(root))
    packs, faults = load_word_packs(root)
    judge = load_judge(root)
    unread = (judge,) if isinstance(judge, ContentProblem) else ()
    asking, unasked = load_asking(root)
    surprising = (*pack_surprises(packs), *asking_surprises(asking)) if not (faults or unasked) else ()
    faults = [
        *faults,
        *unasked,
        *surprising,
        *unread,
        *_harm_faults(content, root),
        *GateLists(packs.folding, root).problems(),
    ]
    return (*faults, *language_faults(root), *_surprising_examples(content))


def _harm_faults(content: Content, root: Path | None) -> list[ContentProblem]:
    harms, problems = load_harms(root)
    questions = {question.id for question in content.questions.questions}
    return problems + [
        ContentProblem(f"harms/{harm.category}.toml", 1, f"There is no question '{name}'.", "Mend 'asked_by'.")
        for harm in harms.kinds.values()
        for name in sorted(harm.asked_by - questions)
    ]


def _surprising_examples(content: Content) -> tuple[ContentProblem, ...]:
    return tuple(
        ContentProblem(instrument.file, 1, f"The example '{example.name}' comes out otherwise: {surprise}", _CURE)
        for instrument in content.protections.instruments
        for example in instrument.examples
        for surprise in surprises(instrument, example)
    )


def own_file_faults(name: str, raw: bytes) -> tuple[ContentProblem, ...]:
    """Every fault of a policy that an organisation wrote; empty when it can be taken in."""
    return read_own(name, raw, load_content().protections).problems
