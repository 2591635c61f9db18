"""Finds in the source every text that a screen says by itself, and what is said past the translator."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
MISHAP, CORE = "Mishap", "Core"
_SENTENCES = range(1, 4)  # of the arguments of a mishap
_TABLES = ("intake/vault/backup/copy_mishaps.py",)  # whose module tables hold sentences of mishaps
_SAFE_SENTENCE = {"refuse_weak": 1, "read_small_file": 1}  # functions that take a sentence of a mishap, and where
_WHOLE = (
    "intake/actions/own_policies/agree.py",
    "intake/actions/vault/passphrases.py",
    "intake/protections/own/missing.py",
)  # every sentence that these hand over is shown
_CORE_TABLES = {
    "intake/actions/keys/staff.py": ("_OUT_OF_REACH",),
    "intake/protections/own/choices.py": ("OFFENCES",),
    "intake/vault/passphrase_strength.py": ("_ADVICE",),
}
_CORE_CALLS = {"intake/protections/own/choices.py": {"Template": 1, "EffectWords": 0}}


@dataclass(frozen=True, slots=True, order=True)
class Said:
    """One text: the class that says it, its English, and the first file in which it stands."""

    context: str
    english: str
    file: str


def said_in_source(root: Path = ROOT) -> tuple[Said, ...]:
    """Every text once, by context, in the order of the files."""
    found: dict[tuple[str, str], Said] = {}
    for folder in ("ui", "intake"):
        for path in sorted((root / folder).rglob("*.py")):
            name = path.relative_to(root).as_posix()
            tree = ast.parse(path.read_text(encoding="utf-8"))
            for context, english in (*_tr_texts(tree), *_mishap_texts(tree, name), *_core_texts(tree, name)):
                found.setdefault((context, english), Said(context, english, name))
    return tuple(sorted(found.values(), key=lambda one: (one.file, one.context)))


def tr_calls(tree: ast.Module) -> Iterator[tuple[str, ast.Call]]:
    """Each call of tr with the class in which it stands ("" outside of one)."""

    def walk(node: ast.AST, inside: str) -> Iterator[tuple[str, ast.Call]]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Call) and _name(child.func) == "tr" and isinstance(child.func, ast.Attribute):
                yield inside, child
            yield from walk(child, child.name if isinstance(child, ast.ClassDef) else inside)

    yield from walk(tree, "")


def _tr_texts(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for inside, call in tr_calls(tree):
        text = _literal(call.args[0]) if call.args else None
        if text:
            yield inside, text
    for call in _calls(tree):
        words = [_literal(argument) for argument in call.args]
        name = _name(call.func)
        if name == "translate" or (name == "tr" and isinstance(call.func, ast.Name)):
            pair = words[:2]
        elif name == "said_in":
            pair = words[1:3]
        else:
            continue
        if len(pair) == 2 and pair[0] and pair[1]:  # noqa: PLR2004 - context and text
            yield pair[0], pair[1]


def _mishap_texts(tree: ast.Module, name: str) -> Iterator[tuple[str, str]]:
    constants = _constants(tree)
    for call in _calls(tree):
        called = _name(call.func)
        places = _SENTENCES if called == MISHAP else range(_SAFE_SENTENCE.get(called, 0), 2)
        if called != MISHAP and called not in _SAFE_SENTENCE:
            continue
        for number in places:
            if number < len(call.args):
                yield from ((MISHAP, text) for text in _texts(call.args[number], constants))
    if name in _TABLES:
        for node in tree.body:
            value = node.value if isinstance(node, ast.Assign) else None
            if value is not None:
                yield from ((MISHAP, text) for text in _sentences(value))
        for call in _calls(tree):
            if _name(call.func) == "_putting_back":
                yield from ((MISHAP, text) for argument in call.args for text in _sentences(argument))


def _core_texts(tree: ast.Module, name: str) -> Iterator[tuple[str, str]]:
    """What the core hands to the screens in whole sentences."""
    for node in ast.walk(tree):
        if name in _WHOLE and isinstance(node, ast.Yield | ast.Return) and node.value is not None:
            yield from ((CORE, text) for text in _sentences(node.value) if text[0].isupper())
        if name in _WHOLE and isinstance(node, ast.For):
            yield from ((CORE, text) for text in _sentences(node.iter) if text[0].isupper())
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(isinstance(one, ast.Name) and one.id in _CORE_TABLES.get(name, ()) for one in targets):
                yield from ((CORE, text) for text in _sentences(node.value))
    for called, place in _CORE_CALLS.get(name, {}).items():
        for call in _calls(tree):
            text = _literal(call.args[place]) if _name(call.func) == called and len(call.args) > place else None
            if text:
                yield CORE, text


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _constants(tree: ast.Module) -> Mapping[str, str]:
    pairs = (
        (node.targets[0].id, _literal(node.value))
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    )
    return {name: text for name, text in pairs if text}


def _texts(node: ast.expr, constants: Mapping[str, str]) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from _texts(node.body, constants)
        yield from _texts(node.orelse, constants)
    elif isinstance(node, ast.Name) and node.id in constants:
        yield constants[node.id]
    elif text := _literal(node):
        yield text


def _sentences(node: ast.AST) -> Iterator[str]:
    return (text for text in _all_texts(node) if " " in text)


def _all_texts(node: ast.AST) -> Iterator[str]:
    for one in ast.walk(node):
        if isinstance(one, ast.expr) and (text := _literal(one)):
            yield text
