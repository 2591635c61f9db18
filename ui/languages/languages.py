"""Which language the screens speak: the desk's own, and while a report is open the one chosen for that report."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from intake.wording.catalogue import ENGLISH, Wording, languages, load_screen_words
from ui.languages.screen_words import ScreenWords

if TYPE_CHECKING:
    from intake.actions.session import OpenVault

_COUNTRY = "US"


class Languages(QObject):
    """One for the whole program. Only codes are kept here, and those of reports no longer than the vault is open."""

    changed = Signal()  # the screens speak another language now; every text was set anew

    def __init__(self, load: Callable[[str], Wording] = load_screen_words) -> None:
        super().__init__()
        self._load = load
        self._read: dict[str, Wording] = {}
        self._translator: ScreenWords | None = None
        self._of_reports: dict[str, str] = {}
        self._desk = ENGLISH
        self._shown = ENGLISH
        self.is_chosen = False  # by the person at the desk, since the last lock

    @property
    def shown(self) -> str:
        """What the screen speaks now."""
        return self._shown

    @property
    def desk(self) -> str:
        """What the desk speaks."""
        return self._desk

    def offered(self) -> tuple[str, ...]:
        """Every language that is shipped."""
        return languages()

    def is_reviewed(self, code: str) -> bool:
        """Whether a native speaker has read the words of the screens in this language."""
        return self._words(code).is_reviewed

    def said_in(self, code: str, context: str, english: str) -> str:
        """One text of a screen in a language that need not be the one on the screen."""
        return self._words(code).text(context, english)

    def begin(self, code: str) -> None:
        """The language of the desk before any window is made; English where this one is not shipped."""
        self._desk = code if code in self.offered() else ENGLISH
        QLocale.setDefault(QLocale(f"{self._desk}_{_COUNTRY}"))
        self.prepare(self._desk, None)

    def speak_at_desk(self, code: str, session: OpenVault | None = None) -> None:
        """The language of the desk, from now on and at once."""
        if code not in self.offered():
            return
        self._desk = code
        self.speak(code, session)

    def speak_in_report(self, code: str, case_id: str, session: OpenVault | None) -> None:
        """The language of the report that is open, at once."""
        if code in self.offered():
            self._of_reports[case_id] = code
            self.speak(code, session)

    def of_report(self, case_id: str) -> str:
        """The language of a report that was open since unlocking; "" when it is not known."""
        return self._of_reports.get(case_id, "")

    def note_report(self, case_id: str, code: str) -> None:
        """What was read of a report."""
        self._of_reports[case_id] = code

    def forget(self) -> None:
        """The vault is locked: nothing of a report stays, and the desk has its own language."""
        self._of_reports.clear()
        self.is_chosen = False
        self.prepare(self._desk, None)

    def speak(self, code: str, session: OpenVault | None) -> None:
        """Set every text on the screen anew in this language."""
        if self.prepare(code, session):
            self.tell()

    def prepare(self, code: str, session: OpenVault | None) -> bool:
        """Let whatever is made from now on speak this language. Says whether that is another one than before."""
        if session is not None:
            session.language = code
        before, self._shown = self._shown, code
        is_other = code != before
        if is_other or self._desk != code or self._translator is not None:
            self._install().use(self._words(self._desk), self._words(code))
        if is_other:
            QLocale.setDefault(QLocale(f"{code}_{_COUNTRY}"))
            _turn(before, code)
        return is_other

    def tell(self) -> None:
        """Have everything that is on the screen set its texts anew, now."""
        for window in QApplication.topLevelWidgets():  # Qt would only post it: at once means at once
            QCoreApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
        self.changed.emit()

    def _install(self) -> ScreenWords:
        if self._translator is None:
            app = QCoreApplication.instance()
            self._translator = ScreenWords(app)
            if app is not None:
                QCoreApplication.installTranslator(self._translator)
                QCoreApplication.removePostedEvents(app, QEvent.Type.LanguageChange.value)  # ours comes at once
        return self._translator

    def _words(self, code: str) -> Wording:
        if code not in self._read:
            self._read[code] = self._load(code)
        return self._read[code]


def _turn(before: str, code: str) -> None:
    """Mirror every screen where the other language runs the other way."""
    app, direction = QGuiApplication.instance(), QLocale(code).textDirection()
    if isinstance(app, QGuiApplication) and direction != QLocale(before).textDirection():
        app.setLayoutDirection(direction)


def spoken() -> str:
    """The language of the screens now, for parts that are given nothing else."""
    code = QLocale().name().partition("_")[0]
    return code if code in languages() else ENGLISH


def language_of_computer() -> str:
    """The language that this computer is set to, if it is shipped; else English."""
    code = QLocale.system().name().partition("_")[0]
    return code if code in languages() else ENGLISH
