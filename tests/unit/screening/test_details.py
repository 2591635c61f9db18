"""Names, numbers and addresses: marked where they tell who the reporter is, left where they are the other person's."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from intake.errors import ContentProblem
from intake.resource_files import resources_folder
from intake.screening.details.finding import load_details
from intake.screening.lens import Lens, build_lens
from intake.screening.packs import load_word_packs


@pytest.fixture(scope="module")
def lens() -> Lens:
    return build_lens(load_word_packs()[0])


OWN = {
    "Safe line is 415-555-0133, mornings.": "415-555-0133",
    "Llámenla al 664 318 09 77, solo temprano.": "664 318 09 77",
    "She gave +52 (55) 5512 4471 at the desk.": "+52 (55) 5512 4471",
    "Write to ada.quell@example.org and not to the office.": "ada.quell@example.org",
    "They found out I post as night_heron on there.": "night_heron",
    "Send the form to 77 Bluebell Ct, side door.": "77 Bluebell Ct",
    "i sleep at 417 larkspur ln these days": "417 larkspur ln",
    "Manden la carta a calle Olmo 214, interior 3.": "calle Olmo 214",
    "I walked back to 2240 Folsom on my own.": "2240 Folsom",
    "He copied my plate, 8KRT552, off the bumper.": "8KRT552",
    "Intake: 11/02/1979, F, walk-in.": "11/02/1979",
    "Nació el 12 de marzo de 1988 en Lima.": "12 de marzo de 1988",
    "It said March 12, 1988 on the bracelet.": "March 12, 1988",
    "Legal: Marisol Arriaga-Bell, she asks for Mari.": "Marisol Arriaga-Bell",
    "I'm Latoya and this is about Friday.": "Latoya",
    "My sister Lourdes heard it through the wall.": "Lourdes",
    "mi hermano, Gonzalo Iriarte Peña, abrió la puerta": "Gonzalo Iriarte Peña",
    "I'm Coach Zvirblis over at the pool.": "Coach Zvirblis",
    "My friend Wrenfield came along.": "Wrenfield",
    "We told my aunt, Orlaith Quennell, about the door.": "Orlaith Quennell",
    "Badge: Imelda Q., second floor.": "Imelda Q.",
    "Mail may go to PO Box 4471 in Pacifica.": "PO Box 4471",
    "La carta va al apartado postal 318.": "apartado postal 318",
    "Come to 2207 Corliss, rear, after six.": "2207 Corliss, rear",
    "plate 8TQM221 is mine": "8TQM221",
    "la de las placas 8TQM221 es mia": "8TQM221",
    "He keyed ct's Kia, 6DPX903.": "6DPX903",
    "제 이름은 아직이고 휴대폰은 555-0133이에요.": "555-0133",
}

LEFT = [
    "He called from 415-555-0133.",
    "Suspect's plate: 8TQM221, silver Civic.",
    "His sister Lourdes drove him.",
    "The man said he was born 3 March 1988.",
    "We met at 16th and Capp at 10:30 pm on 11/20/2026.",
    "It went on from 0200-0225, then again 2311-2319.",
    "He walked two blocks down the street and took 2,000,000 pesos.",
    "I waited 40 minutes and 3 buses went by.",
    "SHE WAITED 40 MIN IN RAIN BEFORE SOMEBODY OPENED.",
    "A tree fell near Dolores Park.",
    "Some guard named Frank saw it.",
    "He lives at 12 Larch Way.",
    "plate 8TQM221 was gone by then",
    "I took the bus to San Bruno and on to Daly City.",
    "I told my mom I'm fine.",
    "I got to Fisherman's Wharf on foot.",
    "We waited at Jiffy Lube until Thursday Night was over.",
    "Me vine a Buenos Aires en Semana Santa.",
]


@pytest.mark.parametrize(("text", "detail"), OWN.items())
def test_what_tells_who_the_reporter_is_is_marked(lens: Lens, text: str, detail: str) -> None:
    marked = [text[one.start : one.end] for one in lens.screen(text).spans if one.category == "identifying"]
    assert any(detail in one for one in marked)


@pytest.mark.parametrize(("text", "detail"), OWN.items())
def test_the_stretch_is_the_detail_and_no_more(lens: Lens, text: str, detail: str) -> None:
    assert detail in [text[one.start : one.end] for one in lens.packs.details.find(text)]


@pytest.mark.parametrize("text", LEFT)
def test_the_other_persons_details_and_other_numbers_are_left(lens: Lens, text: str) -> None:
    assert not [one for one in lens.screen(text).spans if one.category == "identifying"]


def test_a_detail_nobody_is_named_with_is_marked_less_surely(lens: Lens) -> None:
    (alone,) = lens.screen("Marisol Arriaga, blue door.").spans
    (own,) = lens.screen("For me, Marisol Arriaga, blue door.").spans
    assert alone.confidence < own.confidence


def test_a_list_that_is_gone_is_told(tmp_path: Path) -> None:
    shutil.copytree(resources_folder() / "details", tmp_path / "details")
    (tmp_path / "details" / "given_names.toml").unlink()
    problems: list[ContentProblem] = []
    load_details(tmp_path, problems)
    assert [one.what for one in problems] == [
        "No file of this folder lists any 'given_names', so names, numbers or addresses would be missed."
    ]


def test_the_shipped_lists_are_whole() -> None:
    problems: list[ContentProblem] = []
    load_details(resources_folder(), problems)
    assert problems == []
