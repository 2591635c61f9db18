"""The size limits of the house. An exception is a line in a table below, with its reason."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PRODUCT = sorted([*ROOT.glob("intake/**/*.py"), *ROOT.glob("ui/**/*.py")])
TESTS = sorted(ROOT.glob("tests/**/*.py"))
FILE_LINES, TEST_LINES, FUNCTION_LINES, CLASS_LINES, METHODS, CONNECTS, MODULES = 350, 500, 50, 250, 20, 20, 20
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "misc", "logic", "widgets", "base"}


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize(("paths", "most"), [(PRODUCT, FILE_LINES), (TESTS, TEST_LINES)], ids=["product", "tests"])
def test_a_file_can_be_read_in_one_sitting(paths: list[Path], most: int) -> None:
    lines = {named(path): len(path.read_text(encoding="utf-8").splitlines()) for path in paths}
    assert {name: count for name, count in lines.items() if count > most} == {}


def test_functions_and_classes_stay_small() -> None:
    assert [fault for path in PRODUCT for fault in too_large(path)] == []


def too_large(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        lines = (getattr(node, "end_lineno", 0) or 0) - getattr(node, "lineno", 0) + 1
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and lines > FUNCTION_LINES:
            yield f"{named(path)}: {node.name} has {lines} lines"
        if isinstance(node, ast.ClassDef):
            methods = [part for part in node.body if isinstance(part, ast.FunctionDef)]
            if lines > CLASS_LINES or len(methods) > METHODS:
                yield f"{named(path)}: {node.name} has {lines} lines, {len(methods)} methods"


def test_no_file_wires_up_the_whole_house() -> None:
    wired = {named(path): path.read_text(encoding="utf-8").count(".connect(") for path in PRODUCT}
    assert {name: count for name, count in wired.items() if count > CONNECTS} == {}


def test_a_file_name_says_what_is_inside() -> None:
    assert [named(path) for path in PRODUCT if path.stem in FORBIDDEN_NAMES] == []


def test_no_package_is_a_drawer_for_everything() -> None:
    for folder in {path.parent for path in PRODUCT}:
        modules = [path for path in folder.glob("*.py") if path.name != "__init__.py"]
        assert len(modules) <= MODULES, f"{named(folder)} has {len(modules)} modules"


def test_packaging_is_scripts_and_no_package() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_resources_hold_no_code() -> None:
    assert not list((ROOT / "resources").rglob("*.py"))
