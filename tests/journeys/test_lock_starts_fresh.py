"""A lock of the real program: the same process with a new memory, nothing lost, nothing left."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from intake.actions.interview.record_answer import record_answer
from intake.actions.session import OpenVault
from intake.answers.model import AnswerStatus, Text
from intake.clock import FixedClock
from intake.content import Content
from intake.vault.key_file import read_key_file
from intake.vault.keys import unwrap_key
from intake.vault.vault_folder import open_vault_folder
from tests.journeys.conftest import PASSPHRASE

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="replaces a process and reads /proc")

ROOT = Path(__file__).parent.parent.parent
LAUNCHER = {"GLIBC_TUNABLES": "glibc.malloc.tcache_count=0:glibc.malloc.perturb=170", "PYTHONMALLOC": "malloc"}
SENTINEL = "nine grey herons stood beside the mill"
QUESTION = "wishes.not_wanted"
PATIENCE = 60  # seconds until a silent program fails the test
PLACE = "40,30,1100,700"


class Program:
    """The driven program, line by line."""

    def __init__(self, folder: Path) -> None:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("DBUS_")}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.journeys.driven_program", "--vault", str(folder)],
            cwd=ROOT,
            env=environment
            | LAUNCHER
            | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(folder.parent), "PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=0,
        )
        self.first = self.hear()

    def hear(self) -> str:
        assert self.process.stdout is not None
        ready, _, _ = select.select([self.process.stdout], [], [], PATIENCE)
        assert ready, "the program did not answer"
        return self.process.stdout.readline().decode().strip()

    def ask(self, line: str) -> str:
        self.tell(line)
        return self.hear()

    def tell(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(line.encode() + b"\n")

    def end(self) -> tuple[int, str]:
        _, errors = self.process.communicate(timeout=30)
        return self.process.returncode, errors.decode()

    def memory(self) -> bytes:
        """Every page that can be read. Raises PermissionError where the system forbids it."""
        found = []
        with Path(f"/proc/{self.process.pid}/mem").open("rb", buffering=0) as memory:
            for line in Path(f"/proc/{self.process.pid}/maps").read_text(encoding="utf-8").splitlines():
                span, rights = line.split()[:2]
                if "r" not in rights or "[v" in line:
                    continue
                start, end = (int(number, 16) for number in span.split("-"))
                memory.seek(start)
                try:
                    found.append(memory.read(end - start))
                except OSError:
                    continue
        return b"\n".join(found)


LOCKS = 5


@pytest.fixture
def case_id(vault_folder: Path, content: Content, clock: FixedClock) -> str:
    """A report that was left at a question for free words."""
    with open_vault_folder(vault_folder, bytearray(PASSPHRASE.encode())) as store:
        case = store.new_case(clock.today())
        record_answer(OpenVault(store, content, clock), case.id, "limits.go_on", AnswerStatus.GIVEN, "yes")
        store.put_place(case.id, QUESTION)
        store.set_last_case(case.id)
        return case.id


@pytest.fixture
def program(vault_folder: Path, case_id: str) -> Iterator[Program]:
    running = Program(vault_folder)
    yield running
    if running.process.poll() is None:
        running.process.kill()
        running.process.communicate()


def kept(folder: Path, case_id: str) -> str | None:
    """The words that stand in the vault, as a draft or, after a pause in typing, as the answer."""
    with open_vault_folder(folder, bytearray(PASSPHRASE.encode())) as store:
        answer = store.case(case_id).all_answers().get(QUESTION)
        given = answer.value.text if answer is not None and isinstance(answer.value, Text) else None
        return store.draft(case_id, QUESTION) or given


def spellings(text: str) -> dict[str, bytes]:
    return {"UTF-8": text.encode(), "UTF-16": text.encode("utf-16-le")}


def found(memory: bytes, wanted: dict[str, bytes]) -> dict[str, int]:
    return {name: memory.count(spelling) for name, spelling in wanted.items()}


def test_after_a_lock_neither_key_nor_passphrase_nor_a_sentence_is_in_memory(
    program: Program, vault_folder: Path, case_id: str
) -> None:
    keys = read_key_file(vault_folder)
    key = unwrap_key(keys.slots[0], bytearray(PASSPHRASE.encode()), keys.vault_id)
    assert key is not None
    raw = bytes(key.material())
    wanted = {f"passphrase {name}": spelling for name, spelling in spellings(PASSPHRASE).items()}
    wanted |= {f"sentence {name}": spelling for name, spelling in spellings(SENTINEL).items()}
    wanted |= {"key": raw, "key in hex": raw.hex().encode(), "key in capital hex": raw.hex().upper().encode()}
    program.ask(f"open {PASSPHRASE}")
    assert program.ask(f"type {SENTINEL}") == "typed"
    try:
        before = program.memory()
    except PermissionError:
        pytest.skip("this account may not read the memory of its child")
    assert found(before, wanted)["sentence UTF-16"] > 0  # else this test could not fail
    assert found(before, wanted)["key"] > 0
    assert program.ask("hide").startswith("unlock")
    after = program.memory()
    assert len(after) > 10_000_000
    assert str(vault_folder).encode() in after
    assert found(after, wanted) == dict.fromkeys(wanted, 0)
    assert kept(vault_folder, case_id) == SENTINEL


def test_a_lock_keeps_the_process_the_window_and_the_folder_and_nothing_else(
    program: Program, vault_folder: Path
) -> None:
    process = program.process.pid
    assert program.first.split()[:2] == ["unlock", str(process)]
    program.ask(f"open {PASSPHRASE}")
    program.ask(f"move {PLACE}")
    assert program.ask("contrast strong") == "strong"
    program.ask(f"type {SENTINEL}")
    assert program.ask("hide") == f"unlock {process} {PLACE}"
    words = Path(f"/proc/{process}/cmdline").read_bytes().decode().split("\0")
    assert words[1:5] == ["-m", "tests.journeys.driven_program", "--vault", str(vault_folder)]
    assert words[5:8] == ["--window", f"{PLACE},0,0,100,1", "--language"]
    assert words[8:10] == ["en", "--vault-from"]
    assert program.ask("contrast") == "strong", "before anybody unlocks"
    assert {name: program.ask(f"environment {name}") for name in LAUNCHER} == LAUNCHER
    assert program.ask(f"open {PASSPHRASE}").startswith("interview")
    program.tell("close")
    assert program.end() == (0, "")


def test_many_locks_leave_one_process_and_two_files(program: Program, vault_folder: Path, case_id: str) -> None:
    process = program.process.pid
    open_at_first = len(list(Path(f"/proc/{process}/fd").iterdir()))
    for number in range(LOCKS):
        assert program.ask(f"open {PASSPHRASE}").split()[:2] == ["interview", str(process)]
        assert program.ask(f"type {number}") == "typed"
        assert program.ask("hide").split()[:2] == ["unlock", str(process)]
        assert sorted(path.name for path in vault_folder.iterdir()) == ["changes.head", "key_slots.json", "records.db"]
    children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    assert children == ""
    # one that were handed on at each lock would show five times; a few come and go with what the program does just now
    assert len(list(Path(f"/proc/{process}/fd").iterdir())) <= open_at_first + LOCKS // 2
    assert len(Path(f"/proc/{process}/cmdline").read_bytes().split(b"\0")) == 12
    assert sorted(kept(vault_folder, case_id) or "") == list("01234")
    program.tell("close")
    assert program.end() == (0, "")


def test_a_lock_while_the_vault_is_opening_closes_it_again(program: Program, vault_folder: Path, case_id: str) -> None:
    assert program.ask(f"open_and_hide {PASSPHRASE}").startswith("unlock")
    assert kept(vault_folder, case_id) is None  # nobody else holds the vault
    assert program.ask(f"open {PASSPHRASE}").startswith("interview")


def test_a_full_disk_cannot_stop_the_lock_and_is_said_after_it(program: Program, vault_folder: Path) -> None:
    import resource

    program.ask(f"open {PASSPHRASE}")
    program.ask("type saved before the disk is full")
    limits = resource.prlimit(program.process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(program.process.pid, resource.RLIMIT_FSIZE, (0, limits[1]))
    said = program.ask("hide")
    resource.prlimit(program.process.pid, resource.RLIMIT_FSIZE, limits)
    assert said.startswith("unlock")
    assert "The disk is full. The words typed last could not be stored." in said
    assert "All that was shown as saved is still there" in said
    assert program.ask(f"open {PASSPHRASE}").startswith("interview")


@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_when_the_system_ends_the_program_the_half_typed_words_are_stored(
    program: Program, vault_folder: Path, case_id: str, asked: signal.Signals
) -> None:
    program.ask(f"open {PASSPHRASE}")
    program.ask(f"type {SENTINEL}")
    program.process.send_signal(asked)
    assert program.end() == (0, "")
    assert kept(vault_folder, case_id) == SENTINEL
    assert sorted(path.name for path in vault_folder.iterdir()) == ["changes.head", "key_slots.json", "records.db"]
