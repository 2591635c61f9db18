"""From a case in the vault to a file of each format, and the last look with all that the vault holds."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pikepdf
import pyrage
import pytest

from intake.actions.interview.record_answer import record_answer
from intake.actions.referral.formats import list_formats, partner_key, words_for_a_locked_file
from intake.actions.referral.one_page import summary_of
from intake.actions.referral.preview import preview_page
from intake.actions.referral.recipients import list_page_languages
from intake.actions.referral.save_summary import HowToSave, Refused, Saved, save_summary
from intake.actions.referral.sign_release import ReleaseLine, sign_release
from intake.actions.session import OpenVault
from intake.actions.vault.office import Office, save_office
from intake.answers.model import Answer, AnswerStatus, Text
from intake.export.forbidden_values import Kind
from intake.export.pdf_pages import page_texts
from tests.journeys.people import LENA
from tests.journeys.taking_down import take_down
from tests.journeys.test_headless_refer import CASE, RELEASE
from tests.journeys.test_six_people import form, look, signed

SECRET = pyrage.x25519.Identity.generate()
WORDS = "plaza otter linen quarry mango drift"
KEYS = {"pdf_sealed": WORDS, "age": str(SECRET.to_public())}
ROOT = Path(__file__).parent.parent.parent
GIVEN = AnswerStatus.GIVEN


@pytest.fixture
def case_id(session: OpenVault) -> str:
    return take_down(session, LENA)


def actions(session: OpenVault) -> list[str]:
    return [entry.action for entry in session.store.log_entries()]


def words_in(name: str, file: Path) -> str:
    raw = file.read_bytes()
    if name == "age":
        raw = pyrage.decrypt(raw, [SECRET])
    if name == "txt":
        return raw.decode("utf-8")
    if name == "docx":
        import docx

        opened = docx.Document(io.BytesIO(raw))
        cells = [cell.text for row in opened.tables[0].rows for cell in row.cells]
        return " ".join([*(one.text for one in opened.paragraphs), *cells])
    return " ".join(page_texts(raw, WORDS if name == "pdf_sealed" else None))


def test_each_format_is_offered_with_what_it_is_for_and_the_plain_page_first(session: OpenVault) -> None:
    offered = list_formats(session)
    assert [line.id for line in offered] == ["pdf", "pdf_sealed", "age", "docx", "txt"]
    assert {line.id: line.needs for line in offered if line.needs} == {"pdf_sealed": "passphrase", "age": "public_key"}
    session.language = "es"
    translated = list_formats(session)
    assert all(
        one.name != other.name and one.what_for != other.what_for
        for one, other in zip(offered, translated, strict=True)
    )
    assert [(one.id, one.label) for one in list_page_languages(session)] == [("en", "English"), ("es", "Español")]


@pytest.mark.parametrize("name", ["pdf", "pdf_sealed", "age", "docx", "txt"])
def test_a_case_leaves_in_each_format_under_one_permission(
    name: str, session: OpenVault, case_id: str, tmp_path: Path
) -> None:
    release = signed(session, case_id, LENA)
    saved = save_summary(session, case_id, release.id, tmp_path, HowToSave(name, KEYS.get(name, "")))
    assert isinstance(saved, Saved), saved
    assert saved.is_locked == (name in KEYS)
    (file,) = tmp_path.iterdir()
    words = " ".join(words_in(name, file).split())
    assert "Summary for referral" in words
    for word in LENA.stays:
        assert word.casefold() not in words.casefold()
    assert actions(session)[-1] == "exported"


def test_the_public_key_of_a_partner_is_kept_for_the_next_time_and_words_never(
    session: OpenVault, case_id: str, tmp_path: Path
) -> None:
    release = signed(session, case_id, LENA)
    save_summary(session, case_id, release.id, tmp_path, HowToSave("age", f" {KEYS['age']} "))
    save_summary(session, case_id, release.id, tmp_path, HowToSave("pdf_sealed", WORDS))
    assert partner_key(session, LENA.recipient) == KEYS["age"]
    assert partner_key(session, "nobody") == ""
    database = session.store._database
    tables = [str(row[0]) for row in database.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    kept = repr([database.rows(f"SELECT * FROM {table}") for table in tables])  # noqa: S608 - names of our own tables
    assert KEYS["age"] in kept
    assert "otter" not in kept


def test_words_for_a_locked_file_are_plain_and_never_the_same() -> None:
    made = {words_for_a_locked_file() for _ in range(20)}
    assert len(made) == 20
    assert all(words.isascii() and len(words.split()) == 6 for words in made)


def test_the_page_leaves_in_the_language_that_was_signed(session: OpenVault, case_id: str, tmp_path: Path) -> None:
    items = frozenset(name for row in look(session, case_id, LENA).rows if row.is_on for name in row.field_ids)
    preview = preview_page(session, case_id, LENA.recipient, items, LENA.name_choice, 15, "es")
    assert preview.text.startswith("Resumen para remisión")
    done = sign_release(session, case_id, form(preview, LENA, page_language="es"))
    assert isinstance(done, ReleaseLine), done
    saved = save_summary(session, case_id, done.id, tmp_path, HowToSave("txt"))
    assert isinstance(saved, Saved), saved
    assert (tmp_path / saved.file_name).read_text(encoding="utf-8").startswith("Resumen para remisión")


def test_the_last_look_knows_every_typed_answer_also_what_lives_in_memory_only(
    session: OpenVault, case_id: str
) -> None:
    record_answer(session, case_id, "wishes.not_wanted", GIVEN, "Keep it from Quetzalito")
    session.memory.setdefault(case_id, {})["danger.strengths"] = Answer(GIVEN, Text("My aunt Zenobia"))
    release = signed(session, case_id, LENA)
    kept = next(one for one in session.store.releases(case_id) if one.release_id == release.id)
    forbidden = summary_of(session, case_id, kept).forbidden
    spellings = session.content.referral.spellings
    for word in ("Quetzalito", "Zenobia"):
        assert forbidden.found_in([word], (), "", spellings) == {Kind.WORDS}
        assert word not in repr(summary_of(session, case_id, kept))


def test_a_false_alarm_is_logged_without_a_word_and_its_reason_stays_in_the_case(
    session: OpenVault, case_id: str, tmp_path: Path
) -> None:
    record_answer(session, case_id, "other_person.name", GIVEN, "Harbor")
    save_office(session, Office("Harbor Program", "415 555 0134"))
    preview = look(session, case_id, LENA)
    assert any("not released" in words for words in preview.warnings)
    assert "Harbor" not in " ".join(preview.warnings)
    release = signed(session, case_id, LENA)
    stopped = save_summary(session, case_id, release.id, tmp_path)
    assert isinstance(stopped, Refused)
    assert stopped.may_be_false
    assert list(tmp_path.iterdir()) == []
    assert "exported" not in actions(session)
    reason = "It is only the name of our desk."
    saved = save_summary(
        session, case_id, release.id, tmp_path, HowToSave(false_alarm_reason=reason, person_agreed=True)
    )
    assert isinstance(saved, Saved)
    assert actions(session)[-2:] == ["exported", "false_alarm"]
    (kept,) = session.store.releases(case_id)
    assert kept.false_alarm_reason == reason
    assert reason not in repr(kept) + repr(session.store.log_entries())


# --- without a screen ---


def refer(
    folder: Path, *more: str, form: str, release: dict[str, Any] | None = None, **started: Any
) -> tuple[int, dict[str, Any], Path, str]:
    out = folder / "out"
    out.mkdir(exist_ok=True)
    (folder / "case.json").write_text(json.dumps(CASE), encoding="utf-8")
    (folder / "release.json").write_text(json.dumps(release or RELEASE), encoding="utf-8")
    arguments = ["--case", str(folder / "case.json"), "--release", str(folder / "release.json"), "--out", str(out)]
    arguments += ["--recipient", "da_victim_services", "--format", form, *more]
    done = subprocess.run(
        [sys.executable, "-m", "intake", "refer", *arguments], cwd=ROOT, capture_output=True, check=False, **started
    )
    told = json.loads(done.stdout) if done.stdout else {}
    return done.returncode, told, out, done.stderr.decode()


def with_passphrase(
    folder: Path, passphrase: str, *more: str, form: str = "pdf_sealed"
) -> tuple[int, dict[str, Any], Path, str]:
    reading, writing = os.pipe()
    os.write(writing, passphrase.encode())
    os.close(writing)
    try:
        return refer(folder, "--passphrase-fd", str(reading), *more, form=form, pass_fds=(reading,))
    finally:
        os.close(reading)


@pytest.mark.parametrize("name", ["docx", "txt"])
def test_the_verb_makes_the_open_formats(name: str, tmp_path: Path) -> None:
    code, told, out, _ = refer(tmp_path, form=name)
    assert code == 0
    (file,) = out.iterdir()
    assert file.name.endswith(f".{name}")
    assert told["pages"] == 1
    assert "Summary for referral" in words_in(name, file)
    assert "MARKER" not in words_in(name, file)


def test_the_verb_locks_a_page_with_a_passphrase_from_a_descriptor(tmp_path: Path) -> None:
    code, _, out, _ = with_passphrase(tmp_path, WORDS)
    assert code == 0
    (file,) = out.iterdir()
    assert "Summary for referral" in words_in("pdf_sealed", file)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(file)


@pytest.mark.parametrize("passphrase", ["secret", unicodedata.normalize("NFC", "contraseña muy larga de prueba aquí")])
def test_the_verb_takes_no_passphrase_that_is_weak_or_that_not_every_reader_takes(
    passphrase: str, tmp_path: Path
) -> None:
    code, told, out, words = with_passphrase(tmp_path, passphrase)
    assert code in {2, 3}
    assert list(out.iterdir()) == []
    assert passphrase not in json.dumps(told, ensure_ascii=False) + words


def test_the_verb_locks_a_page_for_a_public_key(tmp_path: Path) -> None:
    code, _, out, _ = refer(tmp_path, "--public-key", KEYS["age"], form="age")
    assert code == 0
    (file,) = out.iterdir()
    assert "Summary for referral" in words_in("age", file)


@pytest.mark.parametrize("key", ["", "age1nothing", str(SECRET)], ids=["nothing", "no key", "a secret key"])
def test_the_verb_takes_no_other_key(key: str, tmp_path: Path) -> None:
    code, told, out, _ = refer(tmp_path, "--public-key", key, form="age")
    assert code == 3
    assert told["refused"][0]["check"] in {"age_key", "age_secret_key"}
    assert list(out.iterdir()) == []


@pytest.mark.parametrize("form", ["txt", "age"])
def test_the_verb_writes_no_page_that_a_given_passphrase_would_not_lock(form: str, tmp_path: Path) -> None:
    code, _, out, words = with_passphrase(tmp_path, WORDS, form=form)
    assert (code, words.count("\n")) == (2, 1)
    assert list(out.iterdir()) == []


@pytest.mark.parametrize("form", ["txt", "pdf_sealed"])
@pytest.mark.parametrize("key", [KEYS["age"], WORDS, ""], ids=["key", "words", "nothing"])
def test_the_verb_writes_no_page_that_a_given_key_would_not_lock(form: str, key: str, tmp_path: Path) -> None:
    code, _, out, words = refer(tmp_path, "--public-key", key, form=form)
    assert (code, words.count("\n")) == (2, 1)
    assert list(out.iterdir()) == []


@pytest.mark.parametrize("form", ["age", "pdf_sealed"])
def test_the_verb_takes_no_key_and_passphrase_together(form: str, tmp_path: Path) -> None:
    code, _, out, words = with_passphrase(tmp_path, WORDS, "--public-key", KEYS["age"], form=form)
    assert (code, words.count("\n")) == (2, 1)
    assert list(out.iterdir()) == []


def test_the_verb_makes_the_page_in_the_language_of_the_release(tmp_path: Path) -> None:
    code, _, out, _ = refer(tmp_path, form="txt", release={**RELEASE, "page_language": "es"})
    assert code == 0
    (file,) = out.iterdir()
    assert file.read_text(encoding="utf-8").startswith("Resumen para remisión")


def test_the_verb_stops_a_name_that_the_person_did_not_give_for_the_page(tmp_path: Path) -> None:
    code, told, out, _ = refer(tmp_path, form="txt", release={**RELEASE, "discloser_org": "Marker Desk, 415 555 0134"})
    assert code == 3
    assert [one["check"] for one in told["refused"]] == ["case_name"]
    assert "marker" not in json.dumps(told).lower()
    assert list(out.iterdir()) == []
