"""The headless verbs as another program uses them: JSON lines, exit codes, one clear line of complaint."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from intake.__main__ import main
from intake.protections.load import load_protections
from intake.referral.frames import Typed

ROOT = Path(__file__).parent.parent.parent
NEEDS_FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
FACTS = {
    "role": ["victim"],
    "crimes": ["robbery"],
    "involvement": ["selling"],
    "exposures": [
        {"offence": "us-ca-pc-647b", "class": "misdemeanor", "charged": "no", "related": "at_or_around_incident"}
    ],
    "reporting": "planned",
    "reporting_to": ["sf_da"],
    "incident_place": "us-ca-sf",
    "incident_on": "2026-11-19",
    "truthful": "yes",
}
INSTRUMENTS = {"us-ca-sf-da-safety", "us-ca-sf-pd-2017", "us-ca-pc-647.3", "us-ca-evid-1162"}
OUTCOMES = {"applies", "limited", "needs_info", "does_not_apply", "not_in_force"}


def verb(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "intake", *arguments], cwd=ROOT, input=given, capture_output=True, check=False
    )


def lines(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, Any]]:
    assert done.returncode == 0, done.stderr.decode()
    return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]


def assessed(jurisdiction: str, facts: object) -> list[dict[str, Any]]:
    request = json.dumps({"id": "x-1", "jurisdiction": jurisdiction, "facts": facts})
    (answer,) = lines(verb("assess", given=request.encode()))
    assert answer["id"] == "x-1"
    found: list[dict[str, Any]] = answer["findings"]
    return found


def test_assess_answers_each_line_with_one_finding_for_every_instrument() -> None:
    findings = assessed("us-ca-sf", FACTS)
    assert {finding["instrument"] for finding in findings} >= INSTRUMENTS
    for finding in findings:
        assert finding["outcome"] in OUTCOMES
        assert finding["source"]["citation"]
        assert finding["source"]["locator"]
        assert all(isinstance(rule["because"], str) for rule in finding["rules"])
        if finding["verification"] != "text_read":
            assert finding["confirm_first"] is True
            assert "text_unverified" in finding["mention"]


def test_assess_with_nothing_known_never_says_yes_and_says_what_would_settle_it() -> None:
    for finding in assessed("us-ca-sf", {}):
        if finding["instrument"] == "model-ghjp":
            continue  # a checklist for policies has nothing to settle
        assert finding["outcome"] == "needs_info"
        assert any(rule["missing"] for rule in finding["rules"])


def test_assess_of_another_place_leaves_out_what_is_not_above_it() -> None:
    protections, _ = load_protections()
    reached = {finding["instrument"] for finding in assessed("us-ca", FACTS)}
    assert reached == {one.id for one in protections.instruments if one.jurisdiction in {"us-ca", "us", "model"}}
    assert INSTRUMENTS - reached == {"us-ca-sf-da-safety", "us-ca-sf-pd-2017"}


def test_assess_reads_a_file_as_well(tmp_path: Path) -> None:
    path = tmp_path / "requests.jsonl"
    request = json.dumps({"id": 1, "jurisdiction": "us-ca-sf", "facts": FACTS})
    path.write_text(f"{request}\n\n{request}\n", encoding="utf-8")
    assert len(lines(verb("assess", str(path)))) == 2


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (b"{", "line 1: this is not JSON"),
        (b"\xff\xfe", "line 1: this is not UTF-8"),
        (b"[]", "line 1: A request is an object"),
        (
            b'{"id":1,"jurisdiction":"us-ca-sf","facts":{}}\n{"jurisdiction":"atlantis"}',
            "line 2: 'jurisdiction' must be",
        ),
        (b'{"jurisdiction":"us-ca-sf","facts":{"role":"victim"}}', "line 1:"),
        (b'{"jurisdiction":"us-ca-sf","facts":{"incident_on":"2026-02-31"}}', "incident_on"),
        (b'{"jurisdiction":"us-ca-sf","facts":{"nonsense":1}}', "nonsense"),
        (b"[" * 100_000, "line 1: this is not JSON"),
        (b"9" * 5000, "line 1: this is not JSON"),
        (b'{"id":NaN,"jurisdiction":"us"}', "NaN is no number"),
        (b'{"jurisdiction":"us","facts":{"role":["victim"],"role":[]}}', "one name stands twice"),
        (b'{"jurisdiction":"us-nv","facts":{}}', "'jurisdiction' must be one of us-ca-alameda"),
        (b'{"jurisdiction":"us","facts":[]}', "'facts' is a table"),
        (b'{"jurisdiction":"us","facts":{"crimes":["arson"]}}', "'crimes' has no such value"),
        (b'{"jurisdiction":"us","facts":{"crimes":[["robbery"]]}}', "'crimes' takes one of these words"),
        (b'{"jurisdiction":"us","facts":{"age_group":["adult","minor"]}}', "'age_group' takes one of these words"),
        (b'{"jurisdiction":"us","facts":{"truthful":true}}', "'truthful' takes one of these words"),
        (b'{"jurisdiction":"us","facts":{"exposures":[{}]}}', "has no 'offence'"),
        (b'{"jurisdiction":"us","facts":{"exposures":[{"offence":"x","clas":"felony"}]}}', "Did you mean 'class'"),
        (b'{"jurisdiction":"us","facts":{"incident_on":"10000-01-01"}}', "takes a day, month or year that exists"),
        (b'{"jurisdiction":"us","facts":{"Jane was hurt":1}}', "One fact has a name unknown here."),
        (b'{"jurisdiction":"us","fact":{}}', "'fact' is not a part of a request."),
        (b'{"jurisdiction":"us","Jane was hurt \\u001b[31m\\nhere":1}', "line 1: One name is not a part of a request."),
        (b'{"id":1e999,"jurisdiction":"us"}', "a number is too large"),
        (b'{"id":[-1e999],"jurisdiction":"us"}', "a number is too large"),
    ],
)
def test_unusable_input_is_one_clear_line_and_exit_2(given: bytes, words: str) -> None:
    done = verb("assess", given=given)
    assert done.returncode == 2
    message = done.stderr.decode()
    assert message.count("\n") == 1
    assert words in message
    assert "Jane" not in message


def test_screen_repeats_no_name_that_is_more_than_a_plain_word() -> None:
    done = verb("screen", given=b'{"id":"1","text":"x","Jane was hurt \\u001b[31m\\nhere":1}')
    assert done.returncode == 2
    assert done.stderr == b"line 1: One name is not known here; use id, kind, lang, text.\n"
    assert b"'txet' is not known here" in verb("screen", given=b'{"id":"1","text":"x","txet":1}').stderr


@pytest.mark.parametrize("stream", ["<&-", ">&-", pytest.param(">/dev/full", marks=NEEDS_FULL)])
def test_a_stream_that_is_closed_or_full_is_one_clear_line_and_exit_2(stream: str) -> None:
    command = f'printf \'{{"id":1,"jurisdiction":"us"}}\' | {{ "{sys.executable}" -m intake assess {stream}; }}'
    done = subprocess.run(["/bin/sh", "-c", command], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 2
    assert done.stderr.lower().startswith(b"standard ")
    assert done.stderr.count(b"\n") == 1


@NEEDS_FULL
def test_faults_that_nobody_can_read_are_one_clear_line_and_exit_2() -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "intake", "check-content", "--own", os.devnull]
        done = subprocess.run(command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith(b"Standard output: ")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    "verb_and_file", [["assess", "a\0b"], ["check-content", "--own", "a\0b"]], ids=lambda it: it[0]
)
def test_a_null_sign_in_the_name_of_a_file_is_one_clear_line_and_exit_2(
    verb_and_file: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(verb_and_file) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("arguments", [["assess"], ["check-content", "--own"]], ids=lambda it: it[0])
def test_a_file_without_end_is_not_read_to_its_end(
    arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    long = tmp_path / "long"
    with long.open("wb") as file:
        file.truncate(16 * 1024 * 1024 + 1)
    assert main([*arguments, str(long)]) == 2
    assert "longer than 16 megabytes" in capsys.readouterr().err


def test_assess_of_dates_that_do_not_fit_says_so_and_asks_for_both() -> None:
    facts = FACTS | {"reporting": "made", "incident_on": "2026-05-20", "reported_on": "2026-04-01"}
    (found,) = (one for one in assessed("us-ca-sf", facts) if one["instrument"] == "us-ca-sf-da-safety")
    assert found["outcome"] == "needs_info"
    for rule in found["rules"]:
        assert "The dates do not fit" in rule["because"]
        assert {"incident_on", "reported_on"} <= set(rule["missing"])


def test_an_id_comes_back_as_it_was_handed_in_even_half_a_sign() -> None:
    done = verb("assess", given=rb'{"id":"\ud800","jurisdiction":"us"}')
    assert json.loads(done.stdout)["id"] == "\ud800"


def test_a_long_list_of_the_same_word_is_the_word_once() -> None:
    once, often = (assessed("us-ca-sf", FACTS | {"crimes": ["robbery"] * times}) for times in (1, 20_000))
    assert once == often


def test_a_missing_file_is_one_clear_line_and_exit_2() -> None:
    done = verb("assess", "no-such-file.jsonl")
    assert done.returncode == 2
    assert done.stderr.decode().startswith("no-such-file.jsonl: ")


def test_questions_tells_fate_and_recipients_of_each() -> None:
    questions = {question["id"]: question for question in lines(verb("questions"))}
    assert questions["happened.how_taken"]["fate"] == "with_permission"
    assert questions["private.trade"]["fate"] == "not_saved"
    assert questions["wishes.not_wanted"]["fate"] == "stays"
    assert all(not one["recipients"] for one in questions.values() if one["fate"] != "with_permission")
    letters = {one["catalogue"][0] for one in questions.values()}
    assert letters >= set("ACDFHIJMO")


def test_instruments_tells_rules_source_and_verification() -> None:
    instruments = {one["id"]: one for one in lines(verb("instruments"))}
    assert set(instruments) >= INSTRUMENTS
    assert [rule["rule"] for rule in instruments["us-ca-sf-da-safety"]["rules"]] == list("ABCDEFGH")
    assert instruments["us-ca-pc-647.3"]["verification"] == "secondary"


TYPED = tuple(kind.value for kind in Typed)


def test_frames_tells_slots_and_every_language() -> None:
    frames = lines(verb("frames"))
    assert len(frames) >= 60
    for frame in frames:
        assert set(frame["text"]) >= {"en", "es"}
        for name, slot in frame["slots"].items():
            assert "{" + name + "}" in frame["text"]["en"]
            assert slot["kind"] == "closed" or slot["takes"].startswith(("iso_date_", *TYPED))


def test_check_content_is_silent_when_all_is_well() -> None:
    done = verb("check-content")
    assert (done.returncode, done.stdout) == (0, b"")


def test_compare_tells_each_policy_and_row_with_reason_and_place() -> None:
    told = lines(verb("compare"))
    assert len(told) == 5 * 20
    for line in told:
        assert line["standing"] in {"covered", "partly", "left_out", "not_known"}
        assert line["reason"]
        assert line["locator"]
        assert line["citation"]
        assert line["verification"] == "text_read" or line["standing"] != "covered"
