"""Seven of the twelve on the screens with their real worker: what is pressed and typed, shown, and handed over."""

from __future__ import annotations

import pytest

from intake.content import Content
from tests.journeys.people import GATES
from tests.journeys.test_six_people import NEVER_ON_A_PAGE, text_of
from tests.journeys.twelve.desk import Desk
from tests.journeys.twelve.the_twelve import JOURNEYS, JUN, LUZ, NADIA, REMY, THEO, Journey
from tests.journeys.twelve.walk import assert_nothing_walled_off

WITH_OTHER_HANDS = (LUZ, THEO, REMY)
FROM_THE_FIRST = (NADIA, JUN)
"""The others come back: the parts before consent are told by hand twice, not seven times."""


@pytest.mark.parametrize(
    "journey", [one for one in JOURNEYS if one.person not in WITH_OTHER_HANDS], ids=lambda journey: journey.person.name
)
def test_what_is_told_is_shown_and_handed_over(desk: Desk, content: Content, journey: Journey) -> None:
    person = journey.person
    if person in FROM_THE_FIRST:
        desk.begin()
        desk.tell(person.all_says, person.declines)
    else:
        desk.come_back({name: said for name, said in person.all_says.items() if name in GATES})
        desk.tell({name: said for name, said in person.says.items() if name not in GATES}, person.declines)
    banners = {page.banners for page in desk.pages if page.question and page.question.section_id == "happened"}
    assert [lines[0].text for lines in banners] == [journey.banner]
    assert set(desk.soon()) == set(journey.soon)
    assert desk.prompts == (["neck"] if person is JUN else [])
    found = desk.findings()
    for standing in ("holds", "lawyer", "outside"):
        assert {name for name, one in found.items() if one == standing} == set(getattr(journey, standing))
    file = desk.hand_over(journey)
    assert_nothing_walled_off(content, person, file)
    page = " ".join(text_of(file).split())
    for words in journey.page:
        assert words in page
    for words in (*person.stays, *NEVER_ON_A_PAGE):
        assert words.casefold() not in page.casefold(), words
    in_memory = desk.ask(lambda: dict(desk.session.memory)).values()
    assert not [name for told in in_memory for name in told if name.startswith("private.")]
