"""The headless verbs as another program uses them: JSON lines, exit codes, one clear line of complaint."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from intake.protections.load import load_protections
from intake.referral.frames import Typed

ROOT = Path(__file__).parent.parent.parent
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
    ],
)
def test_unusable_input_is_one_clear_line_and_exit_2(given: bytes, words: str) -> None:
    done = verb("assess", given=given)
    assert done.returncode == 2
    message = done.stderr.decode()
    assert message.count("\n") == 1
    assert words in message


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
