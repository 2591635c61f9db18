"""What a person does at the desk, as steps that may fail: each tells what the program said was saved.

A step that ends in a Mishap is told by its code, and the sitting goes on as a person would, with the next step.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from intake.answers.model import Answer, AnswerStatus, Text
from intake.cases.model import CasePart
from intake.clock import FixedClock
from intake.errors import Mishap
from intake.vault.audit.entry import Action
from intake.vault.backup.restore import restore
from intake.vault.keys import KdfCost, SlotOwner, StaffRole
from intake.vault.slots.staff_keys import add_staff, change_passphrase, remove_staff
from intake.vault.store import VaultStore
from intake.vault.vault_folder import create_vault_folder, open_vault_folder

MOMENT = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
CLOCK = FixedClock(MOMENT)
TINY = KdfCost(memory_kib=8, passes=1, lanes=1)
ONE, TWO, THEIRS = b"seven quiet herons over the weir", b"nine copper kettles on a shelf", b"words of a leaver there"
MARKER = "quicksilver-lantern"
ANSWERS = 3

Tell = Callable[[str], None]
Session = Callable[[Path, Tell], None]


class Step:
    """One step: told as ``<step>`` once it was done, as ``<step>!<code>`` where a Mishap ended it."""

    def __init__(self, name: str, tell: Tell) -> None:
        self._name = name
        self._tell = tell

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if isinstance(error, Mishap):
            said = (error.what_happened, error.what_is_safe, error.what_to_do)
            self._tell(f"{self._name}!{error.code if all(one.endswith('.') for one in said) else 'without words'}")
            return True
        if error is None:
            self._tell(self._name)
        return False


class Sitting:
    """Somebody at the desk; whoever listens is told of each step."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell

    def step(self, name: str) -> Step:
        return Step(name, self._tell)


def answer(number: int) -> Answer:
    return Answer(AnswerStatus.GIVEN, Text(f"{number} {MARKER} " + "words " * (700 * number)))


def first_day(root: Path, tell: Tell) -> None:
    """A vault is made; a report is begun, answered, half-typed; the vault is closed."""
    sitting = Sitting(tell)
    store: VaultStore | None = None
    with sitting.step("create"):
        store = create_vault_folder(root / "vault", bytearray(ONE), CLOCK, TINY)
    if store is not None:
        _take_down(store, sitting)
        with sitting.step("close"):
            store.close()


def _take_down(store: VaultStore, sitting: Sitting) -> None:
    case_id = ""
    with sitting.step("case"):
        case_id = store.new_case(MOMENT.date()).id
    if not case_id:
        return
    for number in range(ANSWERS):
        with sitting.step(f"answer {number}"):
            part = list(CasePart)[number % 3]
            store.put_answer(case_id, f"q.{number}", part, answer(number), "en", "fp", MOMENT)
    with sitting.step("draft"):
        store.put_draft(case_id, "q.draft", f"{MARKER} half typed")
    with sitting.step("log"):
        store.write_log(Action.OPENED, MOMENT.date())


def keys_changed(root: Path, tell: Tell) -> None:
    """The vault is opened, its passphrase changed, a colleague added and removed (which gives it a new key)."""
    sitting = Sitting(tell)
    store: VaultStore | None = None
    with sitting.step("open"):
        store = open_vault_folder(root / "vault", bytearray(ONE))
    if store is None:
        return
    words = ONE
    with sitting.step("change"):
        change_passphrase(store, bytearray(ONE), bytearray(TWO), TINY)
        words = TWO
    with sitting.step("add"):
        add_staff(store, bytearray(words), SlotOwner(StaffRole.ADVOCATE, "B7"), bytearray(THEIRS), TINY)
    with sitting.step("remove"):
        store = remove_staff(store, bytearray(words), "B7")
    with sitting.step("close"):
        store.close()


def copied_and_erased(root: Path, tell: Tell) -> None:
    """The vault is opened, copied to a stick, one of its reports erased; the vault is closed."""
    sitting = Sitting(tell)
    store: VaultStore | None = None
    with sitting.step("open"):
        store = open_vault_folder(root / "vault", bytearray(ONE))
    if store is None:
        return
    with sitting.step("copy"):
        store.make_copy(root / "stick", MOMENT.date())
    with sitting.step("erase"):
        store.erase_case(store.cases()[-1].id, MOMENT.date())
    with sitting.step("close"):
        store.close()


def put_back(root: Path, tell: Tell) -> None:
    """The copy on the stick is put back over the vault."""
    copy = next(path for path in (root / "stick").iterdir() if path.name.startswith("copy-"))
    with Sitting(tell).step("restore"):
        restore(copy, root / "vault", bytearray(ONE), MOMENT.date())


SESSIONS: dict[str, Session] = {
    session.__name__: session for session in (first_day, keys_changed, copied_and_erased, put_back)
}
