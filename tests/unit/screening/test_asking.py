"""What a question asks for is noticed, in English and in Spanish, and everyday questions are left in peace."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from shutil import copytree

import pytest

from intake.resource_files import resources_folder
from intake.screening.asking import Asking, asking_surprises, load_asking
from intake.screening.harms import load_harms
from tests.shipped import shipped_content


@cache
def asking() -> Asking:
    found, problems = load_asking()
    assert not problems
    return found


@pytest.mark.parametrize(
    ("language", "question", "kind"),
    [
        ("en", "Do you have papers?", "immigration"),
        ("en", "Are you afraid of being deported?", "immigration"),
        ("en", "How long have you lived in this country?", "immigration"),
        ("en", "How do you earn money?", "sex-work"),
        ("en", "Did you trade sex for a place to stay?", "sex-work"),
        ("en", "Were you high that night?", "drugs"),
        ("en", "Have you ever been to jail?", "record"),
        ("en", "Who takes part of your money?", "third-party"),
        ("en", "Do you carry a knife?", "weapon"),
        ("en", "Is that your real name?", "false-id"),
        ("en", "Do you get food stamps?", "benefits"),
        ("en", "Do you have HIV?", "hiv"),
        ("es", "¿Tiene papeles?", "immigration"),
        ("es", "¿De qué país viene usted?", "immigration"),
        ("es", "¿En qué trabaja usted?", "sex-work"),
        ("es", "¿Cuánto cobra?", "sex-work"),
        ("es", "¿Usa alguna droga?", "drugs"),
        ("es", "¿Ha estado presa?", "record"),
        ("es", "¿Con quién trabaja?", "third-party"),
        ("es", "¿Es su nombre real?", "false-id"),
    ],
)
def test_a_question_that_asks_for_what_could_harm_is_noticed(language: str, question: str, kind: str) -> None:
    assert kind in asking().asks_for(question, language)
    assert kind in asking().asks_for(question.upper(), language)


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "Do you need a ride?"),
        ("en", "Does your phone work?"),
        ("en", "Would you like something to drink?"),
        ("en", "Do you have paper and a pen?"),
        ("en", "Which date is best for our next talk?"),
        ("en", "May we record this talk?"),
        ("en", "Did he have papers with him?"),
        ("en", "Did the person show a weapon?"),
        ("es", "¿Necesita un pase de bus?"),
        ("es", "¿Quiere algo de tomar?"),
        ("es", "¿Toma café o té?"),
        ("es", "¿Tiene una pluma?"),
        ("es", "¿A quién llamamos en caso de apuro?"),
        ("es", "¿Funciona su teléfono?"),
    ],
)
def test_an_everyday_question_is_left_in_peace(language: str, question: str) -> None:
    assert asking().asks_for(question, language) == ()


@pytest.mark.parametrize("language", ["en", "es"])
def test_of_our_own_questions_the_private_check_is_noticed_and_hardly_any_other(language: str) -> None:
    """There are many of them, so they tell how much would be said for nothing."""
    content, noticed = shipped_content(), set()
    wording = content.wording(language)
    for one in content.questions.questions:
        if asking().asks_for(wording.text(f"question.{one.id}.prompt", one.prompt), language):
            noticed.add(one.id)
    private = {name for name in noticed if name.startswith("private.")}
    assert {"private.papers", "private.drugs", "private.warrant", "private.trade"} <= private
    assert noticed - private <= {
        "limits.never_have_to_tell",
        "limits.no_other_names",
        "other_person.unit",
        "body.medicine",
    }


def test_every_example_beside_the_words_comes_out_as_it_says() -> None:
    assert list(asking_surprises(asking())) == []
    languages = {(pack.language, pack.category) for pack in asking().packs.packs}
    kinds = {kind for _, kind in languages}
    assert languages == {(language, kind) for language in ("en", "es") for kind in kinds}  # neither knows more
    harms, problems = load_harms()
    assert not problems
    assert kinds <= harms.kinds.keys()


def copied(folder: Path) -> Path:
    for name in ("word_packs/en", "word_packs/es", "asking_words"):
        copytree(resources_folder() / name, folder / name)
    letters = "word_packs/letters.toml"
    (folder / letters).write_bytes((resources_folder() / letters).read_bytes())
    return folder / "asking_words"


def test_an_example_that_comes_out_otherwise_is_a_fault_with_its_file(tmp_path: Path) -> None:
    file = copied(tmp_path) / "en/weapon.toml"
    text = file.read_text(encoding="utf-8")
    text = text.replace('"Do you carry a weapon?"', '"Do you carry a bag?"')
    file.write_text(text.replace('"Do you have a key?"', '"Do you own a gun?"'), encoding="utf-8")
    found, problems = load_asking(tmp_path)
    assert problems == []
    first, second = asking_surprises(found)
    assert (first.file, second.file) == ("asking_words/en/weapon.toml",) * 2
    assert first.what == "The example 'Do you carry a bag?' is not noticed."
    assert second.what == "The example 'Do you own a gun?' is taken to ask for weapon."


def test_a_word_for_asking_that_cannot_be_read_is_a_fault(tmp_path: Path) -> None:
    file = copied(tmp_path) / "es/weapon.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("always = [", 'always = [\n  "(una",'), encoding="utf-8")
    _, problems = load_asking(tmp_path)
    assert [one.file for one in problems] == ["asking_words/es/weapon.toml"]
    assert "The phrase '(una' cannot be read." in problems[0].what
