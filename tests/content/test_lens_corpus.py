"""The labelled texts of the lens: every mark valid, nothing twice, and the JSON Lines are what the texts make."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "packaging" / "make_corpus.py"
CORPUS = Path(__file__).parents[1] / "data" / "lens"


def make_corpus(*options: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, SCRIPT, *options], capture_output=True, text=True, check=False)


def test_the_corpus_has_no_fault_and_its_json_lines_are_up_to_date() -> None:
    done = make_corpus("--check")
    assert (done.returncode, done.stderr) == (0, "")


def test_every_span_lies_in_its_text_in_order_and_without_overlap() -> None:
    entries = [json.loads(line) for path in CORPUS.glob("*.jsonl") for line in path.read_text("utf-8").splitlines()]
    assert entries
    for entry in entries:
        ends = [0]
        for span in entry["spans"]:
            assert ends[-1] <= span["start"] < span["end"] <= len(entry["text"]), entry["id"]
            ends.append(span["end"])


def test_marks_become_offsets_and_boxes_become_fields(tmp_path: Path) -> None:
    (tmp_path / "part.txt").write_text("# a remark\n= es\n@taken llaves, [[drugs|a|1:la mota]] y ropa\n", "utf-8")
    assert make_corpus("--folder", tmp_path).returncode == 0
    assert json.loads((tmp_path / "part.jsonl").read_text("utf-8")) == {
        "id": "part-0003",
        "lang": "es",
        "kind": "field",
        "field": "what was taken",
        "text": "llaves, la mota y ropa",
        "spans": [{"start": 8, "end": 15, "category": "drugs", "subject": "associate", "overt": True}],
        "source": "written for this project",
    }


EIGHT = "she went out by the back door and ran"


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("He saw [[drug|r|1:my pipe]].", "part.txt:1: [[drug|r|1:my pipe]] needs [[category|r or a|0 or 1:span]]"),
        ("He saw [[drugs|x|1:my pipe]].", "needs [[category|r or a|0 or 1:span]]"),
        ("He saw [[drugs|r|1: my pipe]].", "the span ' my pipe' is empty or begins or ends with a space"),
        ("He saw [[drugs|r|1:my pipe.", "a mark is not closed"),
        ("@plate here", "@plate is not one of @place, @how"),
        ("= xx", "xx is not a language of the corpus"),
        ("Cafe\u0301.", "the text is not in Unicode NFC"),
        ("He left.\nhe LEFT", "part.txt:2: 'he left' stands in part.txt:1 too"),
        (f"Then {EIGHT}.\nAt ten {EIGHT} home.", "stands in part.txt:1 too"),
        (
            "= zh-Hans\n他在车站旁边的小店门口等了我整整一个下午\n他在车站旁边的小店门口等了我整整一个下午啊",
            "stands in part.txt:2 too",
        ),
    ],
)
def test_a_fault_is_named_with_its_line(tmp_path: Path, lines: str, words: str) -> None:
    (tmp_path / "part.txt").write_text(lines + "\n", "utf-8")
    done = make_corpus("--folder", tmp_path)
    assert done.returncode == 1
    assert words in done.stderr
    assert not list(tmp_path.glob("*.jsonl"))


def test_a_text_that_another_corpus_holds_is_named(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "pairs.jsonl").write_text(
        json.dumps({"id": "p1", "lang": "en", "must_flag": f"Well, {EIGHT} to him.", "must_pass": "No."}), "utf-8"
    )
    (tmp_path / "part.txt").write_text(f"And {EIGHT}.\n", "utf-8")
    assert "stands in pairs.jsonl p1 too" in make_corpus("--folder", tmp_path, "--against", other).stderr


def test_json_lines_that_lag_behind_are_named(tmp_path: Path) -> None:
    (tmp_path / "part.txt").write_text("He left.\n", "utf-8")
    assert (
        "part.jsonl is not what part.txt makes: run make corpus" in make_corpus("--folder", tmp_path, "--check").stderr
    )
