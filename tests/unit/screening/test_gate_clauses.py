"""In a language that may leave out who does it, each clause of a line that leaves names its doer: the other person."""

from __future__ import annotations

from dataclasses import replace

import pytest

from intake.actions.screening.open_lens import shipped_lens
from intake.resource_files import resources_folder
from intake.screening.gate.gate import Gate, Why, build_gate
from tests.judges import Judging, gate_answer
from tests.shipped import shipped_content

PORTUGUESE = """
language = "pt"
reads = "en"
says = "A pessoa disse:"
small = ["o a os as um uma no na do da de e com em pela por foi que quando tem e é"]
person = ["pessoa homem"]
pronouns = ["ele ela dele"]
reporter = ["vítima"]
beside = ["com no do pela"]
before_object = ["na da com bateu empurrou mostra"]
after_object = ["na no contra"]
reporter_may = ["precisa tem foi caiu"]
articles = ["o a uma um não"]
deeds = ["bateu empurrou correu bebeu batendo faca"]
suffers = ["foi"]
by = ["pela por"]
has = ["tem"]
wounds = ["arranhões"]
struck = ["golpeado"]
never = ["eu meu cliente"]
never_together = ["de volta"]
openings = ["a câmera gravou", "aconteceu"]
same = [
  "hit bateu batendo golpeado", "push empurrou", "face rosto", "camera câmera", "record gravou", "need precisa",
  "run correu", "bruise arranhões", "knife faca",
]
allowed = ["ajuda parede noite bebeu água caiu não mostra volta aconteceu rua contra"]
[of_kind]
clothes = ["casaco preto"]
"""


TAGALOG = """
language = "tl"
reads = "en"
verb_first = true
says = "Sabi ng tao:"
small = ["ang ng sa ay na at si ni kasama"]
person = ["lalaki"]
pronouns = ["siya niya"]
reporter = ["biktima"]
beside = ["sa kasama"]
before_object = ["mukha sa"]
after_object = ["sa"]
reporter_may = ["kailangan"]
articles = ["ang ng si ni"]
deeds = ["hinampas humampas uminom"]
suffers = ["na-"]
by = ["ng ni"]
has = ["may"]
wounds = ["gasgas"]
struck = ["hinampas"]
never = ["ako"]
never_together = ["si ako"]
openings = ["nangyari"]
same = ["hit hinampas humampas", "face mukha"]
allowed = ["uminom gasgas bote nangyari"]
[of_kind]
clothes = ["itim"]
"""


@pytest.fixture(scope="module")
def gate(tmp_path_factory: pytest.TempPathFactory) -> Gate:
    root = tmp_path_factory.mktemp("gate")
    (root / "gate").mkdir()
    english = resources_folder() / "gate" / "en.toml"
    (root / "gate" / "en.toml").write_bytes(english.read_bytes())
    (root / "gate" / "pt.toml").write_text(PORTUGUESE, encoding="utf-8")
    (root / "gate" / "tl.toml").write_text(TAGALOG, encoding="utf-8")
    content, lens = shipped_content(), shipped_lens(shipped_content())
    return build_gate(content.referral, content.wordings(), replace(lens, judge=Judging()), root)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("pt", "O homem bateu na vítima."),
        ("pt", "De noite a pessoa empurrou a vítima contra a parede."),
        ("pt", "O homem bateu na vítima, e ele correu."),
        ("pt", "A vítima precisa de ajuda."),
        ("pt", "A vítima tem arranhões no rosto."),
        ("pt", "A vítima foi golpeado pela pessoa."),
        ("pt", "A câmera gravou o rosto."),
        ("tl", "Hinampas ng lalaki ang biktima."),
        ("tl", "Hinampas ng lalaki ang mukha ng biktima."),
        ("tl", "Ang lalaki ay hinampas sa mukha ang biktima."),
    ],
)
def test_a_line_passes_that_names_the_other_person_as_its_doer(gate: Gate, lang: str, text: str) -> None:
    assert gate_answer(gate, text, lang).why is Why.READS_AS_FRAME


@pytest.mark.parametrize(
    ("lang", "text", "why", "words"),
    [
        ("pt", "Bateu na vítima.", Why.WHO_IS_NOT_SAID, ["Bateu"]),
        ("pt", "Ele bateu na vítima.", Why.WHO_IS_NOT_SAID, ["Ele"]),
        ("pt", "Bebeu com o homem na rua.", Why.WHO_IS_NOT_SAID, ["Bebeu"]),
        ("pt", "A pessoa bateu na vítima, bebeu de noite.", Why.WHO_IS_NOT_SAID, ["bebeu"]),
        ("pt", "O rosto na parede.", Why.WHO_IS_NOT_SAID, []),
        ("pt", "O homem bateu de volta na vítima.", Why.TELLS_MORE, ["de", "volta"]),
        ("pt", "O homem bateu em meu rosto.", Why.OWN_WORDS, ["meu"]),
        ("pt", "A vítima bateu no homem.", Why.REPORTER_DOES, ["vítima", "bateu"]),
        ("pt", "O homem foi golpeado pela vítima.", Why.REPORTER_DOES, ["vítima"]),
        ("pt", "O homem caiu, foi a vítima.", Why.REPORTER_DOES, ["vítima"]),
        ("pt", "A câmera mostra a vítima batendo no homem.", Why.REPORTER_DOES, ["vítima", "batendo"]),
        ("pt", "O homem tem arranhões no rosto.", Why.REPORTER_DOES, ["homem", "arranhões"]),
        ("pt", "O homem foi golpeado na rua.", Why.REPORTER_DOES, ["homem", "golpeado"]),
        ("pt", "O homem bateu na vitima.", Why.OWN_WORDS, ["vitima"]),
        ("pt", "A pessoa caiu na rua com ajuda.", Why.NO_FRAME, []),
        ("tl", "Hinampas ng biktima ang lalaki.", Why.REPORTER_DOES, ["biktima"]),
        ("tl", "Hinampas ang lalaki ng biktima.", Why.REPORTER_DOES, ["biktima"]),
        ("tl", "Humampas sa lalaki ang biktima.", Why.REPORTER_DOES, ["biktima"]),
        ("tl", "Uminom kasama ang lalaki.", Why.WHO_IS_NOT_SAID, ["Uminom"]),
    ],
)
def test_every_other_line_is_held(gate: Gate, lang: str, text: str, why: Why, words: list[str]) -> None:
    held = gate_answer(gate, text, lang)
    assert not held.passes
    assert (held.why, [text[start:end] for start, end in held.words]) == (why, words)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("tl", "Hinampas ng lalaki ang " + "biktima " * 50_000),
        ("pt", "O homem bateu na " + "vítima de a " * 50_000),
        ("pt", "O homem bateu na " + "vítima" * 100_000),
    ],
)
def test_a_stretch_without_end_is_held_and_nobody_waits(gate: Gate, lang: str, text: str) -> None:
    assert not all(one.passes for one in gate.judge(text, gate.lens.screen(text, lang)))


def test_the_nearest_frames_are_those_of_the_language_whose_frames_are_read(gate: Gate) -> None:
    english = gate_answer(gate, "The person hit the reporter in the face.", "en").nearest
    assert set(gate_answer(gate, "Bateu no rosto da vítima.", "pt").nearest) & set(english)
