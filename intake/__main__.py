"""The headless verbs: ``python -m intake VERB``. JSON lines in, JSON lines out, UTF-8. Only ``vault`` opens a vault.

Exit 0: ok. Exit 2: input that cannot be used, with one line on stderr saying which line and what to mend.
Exit 3: refused for safety.
"""

from __future__ import annotations

import argparse
import gc
import getpass
import json
import math
import os
import sys
import unicodedata
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from intake.actions.content.check import content_faults, own_file_faults
from intake.actions.content.describe import describe_frames, describe_instruments, describe_questions
from intake.actions.copies import without_screen
from intake.actions.protections.assess_facts import assess_line
from intake.actions.protections.compare_policies import describe_comparison
from intake.actions.referral.formats import needs_public_key, needs_words
from intake.actions.referral.refer_case import Referral, ReferRefused, refer_case
from intake.actions.screening.open_lens import open_gate, open_lens
from intake.actions.screening.screen_line import screen_line
from intake.clock import MachineClock
from intake.content import load_content
from intake.errors import BrokenContent, Mishap

OK, UNUSABLE, REFUSED = 0, 2, 3
_MOST_PASSPHRASE_BYTES = 4096
_MOST_MEGABYTES = 16
"""Of one file that is read whole, or of one line."""
_MADE_BETWEEN_COLLECTIONS = 200_000
"""Objects. What a verb opens stays until it ends: going over that as often as Python does by itself takes a fifth."""


class UnusableInputError(Exception):
    """The input cannot be used; the message is the one line for stderr."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb and return its exit code."""
    if any("\0" in argument for argument in arguments or ()):
        return _stop("A null sign stands in the command, and no file has one in its name. Leave it out.", UNUSABLE)
    parsed = _parser().parse_args(arguments)
    try:
        code: int = parsed.verb(parsed)
    except UnusableInputError as error:
        return _stop(str(error), UNUSABLE)
    except BrokenContent as error:
        return _stop(str(error), UNUSABLE)
    except BrokenPipeError:
        return OK  # whoever read our lines has enough of them
    except Mishap as mishap:
        code = REFUSED if mishap.code in without_screen.REFUSED else UNUSABLE
        return _stop(f"{mishap.what_happened} {mishap.what_is_safe} {mishap.what_to_do}", code)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m intake", description=__doc__)
    verbs = parser.add_subparsers(required=True, metavar="VERB")

    def verb(name: str, run: Callable[[argparse.Namespace], int], what_for: str) -> argparse.ArgumentParser:
        added = verbs.add_parser(name, help=what_for, description=what_for)
        added.set_defaults(verb=run)
        return added

    assess = verb("assess", _assess, "Which protections hold on given facts, and where they stop.")
    assess.add_argument("file", nargs="?", metavar="FILE", help="JSON lines; standard input when left out")
    screen = verb("screen", _screen, "What in a text would harm the person who gave it.")
    screen.add_argument("file", nargs="?", metavar="FILE", help="JSON lines; standard input when left out")
    screen.add_argument("--gate", action="store_true", help="also say of each sentence whether it may leave")
    verb("questions", _questions, "One line for every question of the interview.")
    verb("instruments", _instruments, "One line for every instrument, with its rules, dates and source.")
    verb("compare", _compare, "One line for every policy and every row that policies are compared by.")
    verb("frames", _frames, "One line for every sentence that a page can be made of.")
    check = verb("check-content", _check_content, "Every fault of every data file, in plain words.")
    check.add_argument("--own", type=Path, metavar="FILE", help="check a policy of your own instead of our files")
    refer = verb("refer", _refer, "Make a referral summary of a case, under a release.")
    refer.add_argument("--case", required=True, type=Path, metavar="CASE.json")
    refer.add_argument("--release", required=True, type=Path, metavar="RELEASE.json")
    refer.add_argument("--recipient", required=True, metavar="ID")
    refer.add_argument("--format", required=True, metavar="FMT")
    refer.add_argument("--out", required=True, type=Path, metavar="DIR")
    refer.add_argument("--public-key", metavar="KEY", help="the partner's key, for the format age")
    refer.add_argument(
        "--passphrase-fd", type=int, metavar="N", help="for pdf_sealed: read the passphrase from this file descriptor"
    )
    _add_vault_verbs(verb("vault", _vault, "Check, copy, put back or save a whole vault. Asks for the passphrase."))
    return parser


def _add_vault_verbs(vault: argparse.ArgumentParser) -> None:
    verbs = vault.add_subparsers(required=True, metavar="WHAT", dest="what")
    for name, places, what_for in (
        ("verify", ("PATH",), "Check a vault or a copy from end to end; only the journal of a crash is written in."),
        ("backup", ("PATH", "DEST"), "Make an encrypted copy inside the folder DEST, opened and found equal."),
        ("restore", ("SRC", "DEST"), "Put the copy SRC in place at DEST; a vault that is there is kept beside it."),
        ("salvage", ("SRC", "DEST"), "Save what can be read of a broken vault into a new vault at DEST."),
    ):
        added = verbs.add_parser(name, help=what_for, description=what_for)
        for place in places:
            added.add_argument(place.lower(), type=Path, metavar=place)
        added.add_argument(
            "--passphrase-fd",
            type=int,
            metavar="N",
            help="read the passphrase from this file descriptor, up to its end",
        )


def _assess(parsed: argparse.Namespace) -> int:
    content, today = load_content(), MachineClock().today()

    def findings() -> Iterator[Mapping[str, object]]:
        for number, line in _json_lines(parsed.file):
            found = assess_line(content, line, today)
            if isinstance(found, str):
                raise UnusableInputError(f"line {number}: {found}")
            yield found

    return _print(findings())


def _screen(parsed: argparse.Namespace) -> int:
    lens = open_lens()
    gate = open_gate(load_content(), lens) if parsed.gate else None

    def answers() -> Iterator[Mapping[str, object]]:
        for number, line in _json_lines(parsed.file):
            screened = screen_line(lens, gate, line)
            if isinstance(screened, str):
                raise UnusableInputError(f"line {number}: {screened}")
            yield screened

    return _print(answers())


def _questions(_: argparse.Namespace) -> int:
    return _print(describe_questions(load_content()))


def _instruments(_: argparse.Namespace) -> int:
    return _print(describe_instruments(load_content()))


def _compare(_: argparse.Namespace) -> int:
    return _print(describe_comparison(load_content().comparison))


def _frames(_: argparse.Namespace) -> int:
    return _print(describe_frames(load_content()))


def _check_content(parsed: argparse.Namespace) -> int:
    faults = content_faults() if parsed.own is None else own_file_faults(parsed.own.name, _bytes(parsed.own))
    _write(f"{fault}\n".encode("utf-8", "backslashreplace") for fault in faults)
    return UNUSABLE if faults else OK


def _refer(parsed: argparse.Namespace) -> int:
    case, release = (_json(_bytes(path), path.name) for path in (parsed.case, parsed.release))
    referral = Referral(case, release, parsed.recipient, parsed.format, parsed.out, _key(parsed))
    done = refer_case(referral, load_content(), MachineClock())
    if isinstance(done, ReferRefused):
        _print([done.as_json()])
        return REFUSED
    try:
        return _print([done.as_json()])
    except (OSError, UnusableInputError):
        raise UnusableInputError(f"Nobody took the answer. {_taken_away(done.file)}") from None


def _key(parsed: argparse.Namespace) -> str:
    """What locks the file. A format that has no use for it refuses it: who gives one believes the file is locked."""
    if parsed.public_key is not None and not needs_public_key(parsed.format):
        raise UnusableInputError("This format takes no public key. Choose age, or leave --public-key out.")
    if parsed.passphrase_fd is None:
        return parsed.public_key or ""
    if not needs_words(parsed.format):
        raise UnusableInputError("This format takes no passphrase. Choose pdf_sealed, or leave --passphrase-fd out.")
    # a string, not bytes that can be wiped: the writer of the format takes nothing else
    return _passphrase(parsed.passphrase_fd).decode("utf-8", "replace")


def _taken_away(page: Path) -> str:
    """A page that nobody was told of would lie there unknown."""
    try:
        page.unlink(missing_ok=True)
    except OSError:
        return f"The page could not be taken away again: delete {page.name}."
    return "The page was taken away again. Give standard output a place with room."


def _vault(parsed: argparse.Namespace) -> int:
    passphrase = _passphrase(parsed.passphrase_fd)
    try:
        match parsed.what:
            case "verify":
                done = without_screen.verify_vault(parsed.path, passphrase)
            case "backup":
                done = without_screen.backup_vault(parsed.path, parsed.dest, passphrase, MachineClock())
            case "restore":
                done = without_screen.restore_vault(parsed.src, parsed.dest, passphrase, MachineClock())
            case _:
                done = without_screen.salvage_vault(parsed.src, parsed.dest, passphrase, MachineClock())
    finally:
        passphrase[:] = bytes(len(passphrase))
    return _print([done])


def _passphrase(descriptor: int | None) -> bytearray:
    """From the terminal without showing it, or from a descriptor: never from the arguments, which others can read."""
    try:
        text = _asked() if descriptor is None else _read_from(descriptor)
    except UnicodeDecodeError:
        raise UnusableInputError("The passphrase is not UTF-8 text. Give it as UTF-8.") from None
    except (OSError, EOFError, ValueError, OverflowError, TypeError, getpass.GetPassWarning):
        raise UnusableInputError("No passphrase could be read. Use a terminal, or --passphrase-fd N.") from None
    if len(text.encode("utf-8", "surrogatepass")) > _MOST_PASSPHRASE_BYTES:
        raise UnusableInputError(f"The passphrase is too long. It has {_MOST_PASSPHRASE_BYTES} bytes at most.")
    if not text:
        raise UnusableInputError("The passphrase is empty. Give the one that opens the vault.")
    return bytearray(unicodedata.normalize("NFC", text), "utf-8", "surrogatepass")


def _asked() -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)
        return getpass.getpass("Passphrase: ")


def _read_from(descriptor: int) -> str:
    with os.fdopen(descriptor, "rb") as file:
        raw = file.read(_MOST_PASSPHRASE_BYTES + len("\r\n") + 1)
        return raw.decode("utf-8").removesuffix("\n").removesuffix("\r")


def _bytes(path: Path) -> bytes:
    with _opened(path) as file:
        return _not_too_long(file.read(_MOST_MEGABYTES * 1024 * 1024 + 1), path.name)


def _json_lines(name: str | None) -> Iterator[tuple[int, object]]:
    number = 0
    with _opened(Path(name) if name else None) as file:
        while raw := file.readline(_MOST_MEGABYTES * 1024 * 1024 + 1):
            for line in _not_too_long(raw, f"line {number + 1}").splitlines():
                number += 1
                if line.strip():
                    yield number, _json(line, f"line {number}")


@contextmanager
def _opened(path: Path | None) -> Iterator[BinaryIO]:
    where = "standard input" if path is None else path.name
    try:
        if path is not None:
            with path.open("rb") as file:
                yield file
        elif sys.stdin is None:
            raise UnusableInputError("Standard input is closed. Give the path of a file, or lines on standard input.")
        else:
            yield sys.stdin.buffer
    except OSError as error:
        raise UnusableInputError(f"{where}: {error.strerror}. Give the path of a file that can be read.") from error


def _not_too_long(raw: bytes, where: str) -> bytes:
    if len(raw) > _MOST_MEGABYTES * 1024 * 1024:
        raise UnusableInputError(f"{where}: this is longer than {_MOST_MEGABYTES} megabytes. Give a shorter one.")
    return raw


def _json(raw: bytes, where: str) -> object:
    try:
        return json.loads(
            raw.decode("utf-8"), object_pairs_hook=_each_name_once, parse_float=_number, parse_constant=_no_number
        )
    except UnicodeDecodeError as error:
        raise UnusableInputError(f"{where}: this is not UTF-8 text. Save it again as UTF-8.") from error
    except (ValueError, RecursionError) as error:
        what = "too deeply nested" if isinstance(error, RecursionError) else getattr(error, "msg", str(error))
        raise UnusableInputError(f"{where}: this is not JSON ({what}). Mend it and run again.") from error


def _each_name_once(pairs: list[tuple[str, object]]) -> Mapping[str, object]:
    table = dict(pairs)
    if len(table) < len(pairs):
        raise ValueError("one name stands twice in a table")  # which of the two is meant, nobody can say
    return table


def _number(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError("a number is too large")  # it would come back as a word that no JSON has
    return number


def _no_number(word: str) -> object:
    raise ValueError(f"{word} is no number")


def _print(lines: Iterable[Mapping[str, object]]) -> int:
    # half of a pair of signs cannot be UTF-8; it goes back as the escape that it came as
    return _write(json.dumps(line, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n" for line in lines)


def _write(lines: Iterable[bytes]) -> int:
    if sys.stdout is None:
        raise UnusableInputError("Standard output is closed. Give the answer a place to go.")
    try:
        try:
            sys.stdout.buffer.writelines(lines)
        finally:
            sys.stdout.buffer.flush()
    except OSError as error:
        # the interpreter writes at its end what is left, and must not complain then
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise
        raise UnusableInputError(f"Standard output: {error.strerror}. Give the answer a place to go.") from None
    return OK


def _stop(message: str, code: int) -> int:
    if sys.stderr is not None:
        sys.stderr.write(message + "\n")
    return code


if __name__ == "__main__":
    gc.set_threshold(_MADE_BETWEEN_COLLECTIONS)
    sys.exit(main())
