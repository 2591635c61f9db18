"""A Qt for Python release once lost signals under load; this meets such a release early."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from pytestqt.qtbot import QtBot


class Sender(QObject):
    happened = Signal(object)


class Receiver(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    @Slot(object)
    def hear(self, what: object) -> None:
        self.heard.append(what)


def test_twenty_thousand_signals_arrive_in_order_and_unchanged(qtbot: QtBot) -> None:
    sender, receiver = Sender(), Receiver()
    sender.happened.connect(receiver.hear, Qt.ConnectionType.QueuedConnection)
    sent = [{number: "any key"} for number in range(20_000)]
    for what in sent:
        sender.happened.emit(what)
    qtbot.waitUntil(lambda: len(receiver.heard) == len(sent), timeout=20_000)
    assert all(one is other for one, other in zip(sent, receiver.heard, strict=True))
