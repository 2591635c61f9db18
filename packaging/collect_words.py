"""Bring the words of the screens in the source into resources/i18n/screens.<code>.po: ``make words``.

What is new comes without a translation, what nobody says any more is taken out, every translation stays. Another .po
that somebody sent can fill what is missing: ``collect_words.py es --from sent.po``. Notes for translators come from
``notes_for_translators.toml``; a note that begins with the code of the language is a translator's own and stays.
"""

from __future__ import annotations

import argparse
import re
import sys
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from said_in_source import ROOT, Said, said_in_source

from intake.wording.catalogue import ENGLISH, languages
from intake.wording.po_file import read_po

HEAD = """\
# What the screens say by themselves: the context is the class that says it, "Mishap" is what a person can mend,
# "Core" is what the core says in whole sentences. Made anew by `make words`; write translations here, and notes of
# your own as `#. {code}: ...`.
msgid ""
msgstr ""
"Language: {code}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"X-Reviewed-By-Native-Speaker: no\\n"
"""

PLACEHOLDER = re.compile(r"\{(\w+)\}")
Notes = Callable[[Said], list[str]]


def main() -> None:
    """Write every language anew, or those named on the command line."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("codes", nargs="*", default=[one for one in languages() if one != ENGLISH])
    asked.add_argument("--from", dest="sent", type=Path, help="a .po whose translations fill what is missing")
    words = asked.parse_args()
    said, sent = said_in_source(), words.sent.read_bytes() if words.sent else b""
    notes = notes_for_translators()
    for code in words.codes:
        path = ROOT / "resources" / "i18n" / f"screens.{code}.po"
        raw = path.read_bytes() if path.exists() else b""
        text, missing = merged(said, raw, code, notes, sent)
        path.write_text(text, encoding="utf-8")
        print(f"{path.name}: {len(said)} texts, {missing} without a translation")


def notes_for_translators() -> Notes:
    """What tells a translator where a message stands and what fills its gaps."""
    given = tomllib.loads((Path(__file__).parent / "notes_for_translators.toml").read_text(encoding="utf-8"))
    gaps: dict[str, str] = given["placeholders"]
    where = {(one["context"], one["english"]): one["says"] for one in given["note"]}

    def notes(one: Said) -> list[str]:
        said = where.get((one.context, one.english))
        names = dict.fromkeys(PLACEHOLDER.findall(one.english))
        return [*([said] if said else []), *(f"{{{name}}}: {gaps[name]}" for name in names if name in gaps)]

    return notes


def merged(said: tuple[Said, ...], raw: bytes, code: str, notes: Notes, sent: bytes = b"") -> tuple[str, int]:
    """The file with every text of the source, and how many of them nobody has translated."""
    file = read_po(raw, code)
    kept = {(one.context, one.english): one for one in file.messages}
    known = (*read_po(sent, "sent").messages, *file.messages)
    elsewhere = {one.english: one for one in known if one.text and not one.is_fuzzy}
    head = HEAD.format(code=code)
    if file.is_reviewed:
        head = head.replace("Speaker: no", "Speaker: yes")
    parts, missing = [head], 0
    for one in said:
        before = kept.get((one.context, one.english))
        text = before.text if before else ""
        if not text and one.english in elsewhere:
            text = elsewhere[one.english].text  # the same words, now said by another class
        missing += not text
        own = [note for note in (before.notes if before else ()) if note.startswith(f"{code}: ")]
        parts.append(entry(one, text, [*notes(one), *own], is_fuzzy=bool(before and before.is_fuzzy)))
    return "\n".join(parts), missing


def entry(one: Said, text: str, notes: Sequence[str], *, is_fuzzy: bool) -> str:
    """One message with its notes and the file that says it."""
    lines = [f"#. {note}" for note in notes]
    lines.append(f"#: {one.file}")
    lines += ["#, fuzzy"] * is_fuzzy
    lines += [f'msgctxt "{one.context}"', f"msgid {quoted(one.english)}", f"msgstr {quoted(text)}"]
    return "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    """A text as a .po file writes it."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'


if __name__ == "__main__":
    main()
