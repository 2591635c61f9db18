"""Five of the twelve on the screens who come in another way: in Spanish, by ear, interrupted, declining, telling all."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from intake.actions.cases.cases import list_cases
from intake.actions.interview.keep_draft import keep_draft
from intake.actions.interview.moves import go_to_question, open_interview
from intake.actions.session import OpenVault
from intake.actions.vault.lock_vault import lock_vault
from intake.actions.vault.office import Office, save_office
from intake.actions.vault.unlock_vault import unlock_vault
from intake.answers.model import AnswerStatus
from intake.cases.model import CasePart
from intake.clock import FixedClock
from intake.content import Content
from tests.journeys.conftest import PASSPHRASE
from tests.journeys.people import GATES, Person
from tests.journeys.test_six_people import text_of
from tests.journeys.twelve.desk import Desk
from tests.journeys.twelve.everything import answers_to_everything
from tests.journeys.twelve.the_twelve import JOURNEYS, LUZ, REMY, THEO, Journey
from tests.journeys.twelve.walk import assert_nothing_walled_off, hand_over, walk
from tests.ui.accessible_names import nameless
from tests.ui.referral_desk import Hands, settle
from ui.screen import Wish

SPANISH = {
    "page": "Hacer una página para entregar",
    "show": "Mostrar la página",
    "right": "No, así está bien",
    "code": "Su código del personal",
    "kept": "¿Dónde se guarda el papel firmado?",
    "record": "Registrar este permiso",
    "choose": "Elegir una carpeta y guardar",
    "save": "Guardar en esta carpeta",
}
SPANISH_FORM = (
    "La lleva usted",
    "Leí en voz alta",
    "Hablamos del bien",
    "Usted se lo dice",
    "Quien firma no",
    "Tiene la mente",
)


def of(person: Person) -> Journey:
    return next(one for one in JOURNEYS if one.person is person)


def told(person: Person) -> dict[str, str | tuple[str, ...]]:
    return {name: said for name, said in person.all_says.items() if name not in GATES}


def begun(person: Person) -> Mapping[str, str | tuple[str, ...]]:
    return {name: said for name, said in person.all_says.items() if name in GATES}


# --- Luz, in Spanish only


def test_in_spanish_nothing_that_is_asked_or_handed_over_is_english(desk: Desk, content: Content) -> None:
    desk.come_back(begun(LUZ))
    header = desk.interview.view.middle.header
    next(one for one in header.language.menu_actions() if one.data() == "es").trigger()
    desk.settle()
    assert "no las ha revisado" in desk.seen(desk.interview)
    first = len(desk.pages)
    desk.tell(told(LUZ))
    english = {one.prompt for one in content.questions.questions}
    assert not {page.question.prompt for page in desk.pages[first:] if page.question} & english
    assert set(desk.soon()) == set(of(LUZ).soon)
    journey = replace(
        of(LUZ), reader="Equipo de examen del hospital", purpose="Examen y atención", signer_words="La persona"
    )
    file = desk.hand_over(journey, SPANISH, SPANISH_FORM)
    assert_nothing_walled_off(content, LUZ, file)
    page = " ".join(text_of(file).split())
    assert "Please hold meetings in Spanish." in page  # the page is for the office, which reads English


# --- Theo, by keyboard and by what a screen reader is told


def focused() -> QWidget:
    """What has the keyboard, once something has."""
    for _ in range(200):
        widget = QApplication.focusWidget()
        if widget is not None:
            return widget
        QTest.qWait(10)
    raise AssertionError("nothing has the keyboard")


class Ears(Hands):
    """Somebody who hears the screen: what has the keyboard says its name, its part, and the question around it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self.desk = desk

    def heard(self) -> tuple[str, set[str]]:
        """The name of what has the keyboard, and the names around it."""
        interface = QAccessible.queryAccessibleInterface(focused())
        around, above = set(), interface.parent()
        while above is not None and above.isValid():
            around.add(above.text(QAccessible.Text.Name))
            above = above.parent()
        assert interface.role() is not QAccessible.Role.NoRole
        return interface.text(QAccessible.Text.Name), around

    def press_soon(self, name: str) -> None:
        """Press it once it is there."""
        self.desk.wait(lambda: self.desk.find(QAbstractButton, name))
        self.press(name)

    def answer(self, said: str | tuple[str, ...]) -> None:
        """By digits, by arrows, or by typing; the question is heard with the field."""
        question = self.desk.page.question
        assert question is not None
        name, around = self.heard()
        assert name
        assert question.prompt in {name, *around}
        if question.kind == "approximate_date":
            self.press("Yesterday")
        elif question.options:
            ids = [one.id for one in question.options]
            for option in (said,) if isinstance(said, str) else said:
                QTest.keyClick(focused(), Qt.Key(Qt.Key.Key_1 + ids.index(option)))
        else:
            QTest.keyClicks(focused(), str(said))
        self.desk.settle()


def test_an_advocate_who_is_blind_needs_no_mouse_and_no_eyes(desk: Desk, content: Content) -> None:
    desk.come_back(begun(THEO))
    ears = Ears(desk)
    unsaid = told(THEO)
    titles = {line.id: line.title for line in desk.page.sections}
    for part in dict.fromkeys(name.split(".")[0] for name in unsaid):
        desk.moved(lambda part=part: ears.press(titles[part]))  # type: ignore[misc]  # bound now
        desk.wait(lambda: QApplication.focusWidget() is not None)
        while any(name.startswith(f"{part}.") for name in unsaid):
            if desk.here in unsaid:
                ears.answer(unsaid.pop(desk.here))
            key = (focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
            desk.moved(lambda key=key: QTest.keyClick(*key))  # type: ignore[misc]  # bound now
    assert nameless(desk.window) == []
    assert set(desk.soon()) == set(of(THEO).soon)
    for words in ("Make a page to hand over", "Community alert", "Show the page", "No, this is right", "Warn others"):
        ears.press_soon(words)
        settle()
    assert nameless(desk.window) == []
    for words in (
        "You carry it",
        "I read out",
        "We talked",
        "You tell them",
        "The person",
        "The one who",
        "They are cl",
    ):
        ears.press_soon(words)
    ears.write("Your staff code", "K7")
    ears.write("Where is the signed paper kept?", "Cabinet 2")
    ears.press("Record this permission")
    file = desk.save()
    assert_nothing_walled_off(content, THEO, file)
    page = " ".join(text_of(file).split())
    assert all(words in page for words in of(THEO).page)


# --- Remy, interrupted three times


def test_after_a_lock_a_break_and_another_day_not_a_word_is_missing(
    qtbot: QtBot, content: Content, vault_folder: Path, tmp_path: Path
) -> None:
    desk = Desk(qtbot, content, tmp_path)
    desk.state.vault_folder = vault_folder
    desk.open_on_disk(PASSPHRASE)
    desk.ask(lambda: save_office(desk.session, Office("Harbor Program", "415 555 0134")))
    desk.come_back(begun(REMY))
    unsaid = told(REMY)
    words = str(unsaid.pop("wishes.not_wanted"))
    desk.tell({"comfort.name": unsaid.pop("comfort.name")})
    desk.go_to_part("wishes")
    desk.go_on()
    assert desk.here == "wishes.not_wanted"
    QTest.keyClicks(focused(), words[:10])
    QTest.keyClick(desk.window.windowHandle(), Qt.Key.Key_F9)
    assert words[:10] not in desk.seen()
    desk.unlock(PASSPHRASE)
    desk.wait(lambda: desk.window.navigator.wish and desk.window.navigator.wish.name == "interview")
    desk.watch()
    desk.interview._presenter.open()
    desk.wait(lambda: desk.here == "wishes.not_wanted")
    QTest.keyClicks(focused(), words[10:20])
    desk.press("Take a break")
    assert words[:10] not in desk.seen()
    desk.interview.view.room.pause.go_on.click()
    QTest.keyClicks(focused(), words[20:])
    desk.press("Stop here")
    desk.press("Stop here, come back another day")
    desk.wait(lambda: desk.window.navigator.wish == Wish("today"))
    desk.show(Wish("interview", {"case_id": desk.case_id}))
    desk.watch()
    desk.tell(unsaid)
    kept = desk.ask(lambda: desk.session.store.case(desk.case_id).all_answers())
    assert getattr(kept["wishes.not_wanted"].value, "text", "") == words
    assert {name for name, one in kept.items() if one.status is AnswerStatus.GIVEN} == set(REMY.all_says)
    file = desk.hand_over(of(REMY))
    assert_nothing_walled_off(content, REMY, file)
    desk.close()


def test_by_the_verbs_a_power_cut_takes_nothing_either(
    content: Content, clock: FixedClock, vault_folder: Path, tmp_path: Path
) -> None:
    def opened(folder: Path) -> OpenVault:
        return unlock_vault(folder, bytearray(PASSPHRASE.encode()), content, clock)

    session = opened(vault_folder)
    save_office(session, Office("Harbor Program", "415 555 0134"))
    way = walk(session, REMY)
    go_to_question(session, way.case_id, "wishes.police")
    keep_draft(session, way.case_id, "wishes.not_wanted", "My brother Casi")
    lock_vault(session)
    session = opened(vault_folder)
    shutil.copytree(vault_folder, tmp_path / "at the cut")  # nobody has closed it
    after = opened(tmp_path / "at the cut")
    page = open_interview(after, way.case_id)
    assert page.question is not None
    assert page.question.id == "wishes.police"
    assert go_to_question(after, way.case_id, "wishes.not_wanted").question.draft == "My brother Casi"  # type: ignore[union-attr]
    hand_over(after, way.case_id, REMY, tmp_path)
    for one in (session, after):
        lock_vault(one)


# --- somebody who declines everything, and keeps nothing


def test_when_everything_is_declined_the_end_is_that_nothing_is_kept(desk: Desk) -> None:
    desk.begin()
    for _ in range(60):
        if desk.here == "limits.go_on":
            desk.answer("yes")
        elif desk.here.startswith("comfort.") or not desk.here:
            break
        else:
            desk.decline()
        desk.go_on()
    assert desk.here.startswith("comfort.")
    assert "holds" not in desk.findings().values()
    assert desk.soon() == ()
    desk.press("Stop here")
    desk.press("Stop here and keep nothing")
    desk.press("Erase all of it now")
    desk.wait(lambda: desk.window.navigator.wish == Wish("today"))
    assert desk.ask(lambda: list_cases(desk.session)) == ()
    assert desk.ask(lambda: dict(desk.session.memory)) == {}


# --- somebody who tells everything

BY_HAND = (
    "comfort.name",
    "account.pieces",
    "account.senses",
    "happened.follow_log",
    "happened.touched",
    "when_where.day",
    "evidence.things",
    "help.deadline",
)
"""One question of each kind; the rest was told before."""


def test_when_everything_is_told_every_kind_of_answer_goes_in_by_hand(desk: Desk, content: Content) -> None:
    person = answers_to_everything(content, "police_special_victims")
    says = person.all_says
    later = {name: says[name] for name in BY_HAND}
    desk.come_back({name: said for name, said in says.items() if name not in BY_HAND})
    desk.tell(later)
    kept = desk.ask(lambda: desk.session.store.case(desk.case_id).answers)
    given = {name for part in kept.values() for name, one in part.items() if one.status is AnswerStatus.GIVEN}
    stored = {one.id for one in content.questions.questions if one.id in says and one.fate.value != "not_saved"}
    assert given == stored | {"time_limit.neck"}, desk.prompts
    assert desk.prompts == ["neck"]
    assert "account.pieces" in kept[CasePart.WALLED_OFF]
    desk.press("Look it over together")
    desk.wait(desk.interview.view.room.look_over.isVisible)
    read_back = desk.seen(desk.interview.view.room.look_over)
    assert "Quillmark" in read_back
    assert "Private check" not in read_back
    desk.interview.view.room.put_away()
    journey = replace(of(REMY), reader="Police special victims unit", purpose="Make a report")
    file = desk.hand_over(journey)
    assert_nothing_walled_off(content, person, file)
