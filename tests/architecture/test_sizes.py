"""The size limits of the house. An exception is a line in a table below, with its reason."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PRODUCT = sorted([*ROOT.glob("intake/**/*.py"), *ROOT.glob("ui/**/*.py")])
TESTS = sorted(ROOT.glob("tests/**/*.py"))
FILE_LINES, TEST_LINES, FUNCTION_LINES, CLASS_LINES, METHODS, CONNECTS, MODULES = 350, 500, 50, 250, 20, 20, 20
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "misc", "logic", "widgets", "base"}


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", PRODUCT, ids=named)
def test_a_product_file_can_be_read_in_one_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= FILE_LINES


@pytest.mark.parametrize("path", TESTS, ids=named)
def test_a_test_file_can_be_read_in_one_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= TEST_LINES


@pytest.mark.parametrize("path", PRODUCT, ids=named)
def test_functions_and_classes_stay_small(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        lines = (getattr(node, "end_lineno", 0) or 0) - getattr(node, "lineno", 0) + 1
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert lines <= FUNCTION_LINES, f"{node.name} has {lines} lines"
        if isinstance(node, ast.ClassDef):
            methods = [part for part in node.body if isinstance(part, ast.FunctionDef)]
            assert lines <= CLASS_LINES, f"{node.name} has {lines} lines"
            assert len(methods) <= METHODS, f"{node.name} has {len(methods)} methods"


@pytest.mark.parametrize("path", PRODUCT, ids=named)
def test_no_file_wires_up_the_whole_house(path: Path) -> None:
    assert path.read_text(encoding="utf-8").count(".connect(") <= CONNECTS


@pytest.mark.parametrize("path", PRODUCT, ids=named)
def test_a_file_name_says_what_is_inside(path: Path) -> None:
    assert path.stem not in FORBIDDEN_NAMES


def test_no_package_is_a_drawer_for_everything() -> None:
    for folder in {path.parent for path in PRODUCT}:
        modules = [path for path in folder.glob("*.py") if path.name != "__init__.py"]
        assert len(modules) <= MODULES, f"{named(folder)} has {len(modules)} modules"


def test_packaging_is_scripts_and_no_package() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_resources_hold_no_code() -> None:
    assert not list((ROOT / "resources").rglob("*.py"))
