"""The verb ``screen`` as another program uses it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent.parent


def screen(*arguments: str, given: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "intake", "screen", *arguments]
    return subprocess.run(command, cwd=ROOT, input=given.encode(), capture_output=True, check=False)


def answers(*arguments: str, given: str) -> list[dict[str, Any]]:
    done = screen(*arguments, given=given)
    assert done.returncode == 0, done.stderr.decode()
    return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]


def test_each_line_gets_its_spans_in_the_offsets_of_its_own_text() -> None:
    texts = ["😀 He found me through my ad.", "He hit me with a bottle."]
    given = "\n".join(json.dumps({"id": str(at), "text": text}) for at, text in enumerate(texts))
    first, second = answers(given=given)
    assert [answer["id"] for answer in (first, second)] == ["0", "1"]
    (span,) = first["spans"]
    assert set(span) == {"start", "end", "category", "subject", "confidence"}
    assert "my ad" in texts[0][span["start"] : span["end"]]
    assert first["lang"] == "en"
    assert second["spans"] == []
    assert "sentences" not in first


def test_the_gate_says_of_each_sentence_whether_it_may_leave() -> None:
    (answer,) = answers(
        "--gate", given=json.dumps({"id": "a", "text": "The person hit the reporter. I was escorting."})
    )
    first, second = answer["sentences"]
    assert first["frame"]
    assert not second["passes"]
    assert second["why"] == "marked"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("[]", "line 1: a line is a table"),
        ('{"id": "a"}', "line 1: a line needs an 'id' and a 'text'"),
        ('{"id": "a", "text": "b", "kind": "poem"}', "line 1: 'kind' is one of narrative, field"),
        ('{"id": "a", "text": "b", "lang": 3}', "line 1: 'lang' takes a language code"),
        ('{"id": "a", "text": "b", "note": ""}', "line 1: 'note' is not known here"),
    ],
)
def test_a_line_that_cannot_be_used_is_named_on_stderr(line: str, said: str) -> None:
    done = screen(given=line)
    assert done.returncode == 2
    assert done.stderr.decode().startswith(said)
