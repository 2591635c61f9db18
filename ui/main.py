"""``forthright``: from the command line to the first window, and the exit code."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ui.hardening import Arguments, harden_process, read_arguments

if TYPE_CHECKING:
    from ui.app import ForthrightApp
    from ui.app_state import AppState
    from ui.main_window import MainWindow

UNUSABLE_INPUT = 2


def main() -> int:
    """Open the program and stay until it is closed. 0 is a calm end, 2 a command line we do not understand."""
    arguments = read_arguments(sys.argv[1:])
    if isinstance(arguments, str):
        sys.stderr.write(arguments + "\n")
        return UNUSABLE_INPUT
    harden_process()
    return run(arguments)


def run(arguments: Arguments) -> int:
    """Build everything, show the window, read the words and rules in the background, and wait."""
    from PySide6.QtCore import QTimer

    from intake.clock import MachineClock
    from ui.app import ForthrightApp
    from ui.app_state import AppState
    from ui.background.collector import Collector
    from ui.background.job_runner import JobRunner
    from ui.languages.languages import language_of_computer
    from ui.locking.fresh_start import folder_from
    from ui.locking.kept_place import put_back
    from ui.main_window import MainWindow
    from ui.screen import Wish

    app = ForthrightApp(sys.argv[:1])
    app.install_excepthooks()
    Collector(app).begin()
    kept = folder_from(arguments.vault_from) if arguments.vault_from is not None else None
    state = AppState(JobRunner(), MachineClock(), kept or arguments.vault or usual_vault_folder())
    state.witnesses = usual_state_folder()
    state.languages.begin(arguments.language or language_of_computer())
    window = MainWindow(state)
    if arguments.window is not None:
        app.show_looks(arguments.window.text_percent / 100, arguments.window.contrast)
        put_back(window, arguments.window)
    window.navigator.go_to(Wish("unlock"))
    window.show()
    QTimer.singleShot(0, partial(_after_first_window, app, window, state, arguments))
    return app.exec()


def _after_first_window(app: ForthrightApp, window: MainWindow, state: AppState, arguments: Arguments) -> None:
    """What the first window need not wait for."""
    from ui.content_reader import ContentReader
    from ui.defects import DefectDesk
    from ui.lens.for_program import check_for_program
    from ui.locking.desk_signals import DeskSignals
    from ui.locking.end_signals import EndSignals
    from ui.locking.said import mishap_for
    from ui.shutdown import Shutdown
    from ui.ways_in import practice_job

    desk = DefectDesk(window)
    app.defect_happened.connect(desk.take)
    shutdown = Shutdown(state, window)
    app.commitDataRequest.connect(shutdown.begin)
    EndSignals(window).end_wanted.connect(shutdown.begin)
    signals = DeskSignals(window)
    signals.lock_wanted.connect(window.keeper.lock)
    signals.listen()
    window.keeper.start_fresh_with(partial(_start_fresh, app, window, state))
    state.wording_check = check_for_program(state)
    window.keeper.about_to_lock.connect(state.wording_check.forget)
    if arguments.said:
        window.show_mishap(mishap_for(arguments.said))
    ContentReader(window, shutdown).read(state)
    if arguments.is_practice:
        window.keeper.open_with(practice_job(state))


def _start_fresh(app: ForthrightApp, window: MainWindow, state: AppState, said: str) -> None:
    """The end of a lock: this process gives its place to a new one. Returns only when that cannot be done."""
    from ui.locking.fresh_start import start_fresh
    from ui.locking.kept_place import place_of
    from ui.style.appearance import current_question_scale

    place = place_of(window, current_question_scale(), app.contrast).word()
    start_fresh(state.vault_folder, place, said, state.languages.desk)


def usual_vault_folder() -> Path:
    """Where this system keeps a person's data; nothing is created here."""
    from PySide6.QtCore import QStandardPaths

    data = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(data) / "forthright" / "vault"


def usual_state_folder() -> Path:
    """Where this system keeps what a person's programs remember; nothing is created here."""
    from PySide6.QtCore import QStandardPaths

    state = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericStateLocation)
    return Path(state) / "forthright"


if __name__ == "__main__":
    sys.exit(main())
