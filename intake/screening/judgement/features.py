"""What a sentence shows the judge: its letters, its words, who does what, and the sentence before.

Pure and linear in the length of the text. Training and use read this same file, so the two cannot drift apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from intake.screening.judgement.doers import AGENT_OF, CLAUSE_END, NOT
from intake.screening.judgement.model import SentenceIn

LONGEST = 700
"""Characters that are read at once; the caller cuts longer sentences into such pieces."""

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?|[^\w\s]")
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]")
_LETTERS_FOR = str.maketrans("0134578@$", "oieastbas")

_ENDS = re.compile(
    r"(?:[^aeiou\W]é|[^\W]í|[aeiou]ba|aste|iste|amos|imos|ó|aron|ieron|ado|ido|ed|ing|\u0430\u044f|\u043b\u0430|\u043b|\u043b\u0438)$"
)

_ENDED = re.compile(
    r"(.{2,}?)(?:(?P<I>[éí])|(?P<H>[ie]?ó)|(?P<either>aban?|ían?)|(?P<they>aron|ieron)|(?P<we>[ai]mos))"
)
"""A Spanish verb by its ending, which tells who did it."""
_LEAST_VERB = 4
_BESIDE = {word: word[0] for word in ("me", "te", "se", "nos", "le", "lo", "la", "les", "los", "las")} | {"no": "0"}
"""Small words before a verb: done to whom, to oneself, or not at all."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The marks of one sentence, in groups that weigh alike however long the sentence is."""

    letters: Sequence[str]
    words: Sequence[str]
    doing: Sequence[str]
    before: Sequence[str]

    def groups(self) -> tuple[Sequence[str], ...]:
        """The groups in the order in which the weights were fitted."""
        return (self.letters, self.words, self.doing, self.before)


def plain(text: str) -> str:
    """Small letters without accents, invisible characters or full-width forms."""
    if text.isascii():
        return text.lower()
    wide = unicodedata.normalize("NFKD", text[:LONGEST].replace("\u2019", "'")).replace("đ", "d").replace("Đ", "d")
    kept = "".join(c for c in wide if unicodedata.category(c) not in {"Mn", "Cf", "Me"})
    return unicodedata.normalize("NFKC", kept).lower()


def _visible(text: str) -> str:
    """The text without invisible characters, its apostrophes straight."""
    return "".join(c for c in text if unicodedata.category(c) != "Cf").replace("\u2019", "'")


def show(sentence: SentenceIn) -> Shown:
    """The marks of ``sentence``, of which only the first ``LONGEST`` characters are read."""
    text = " ".join(sentence.text[:LONGEST].split())
    raw, folded = _visible(text).lower(), plain(text)
    words = _tokens(folded)
    english = _tokens(sentence.english.lower())
    return Shown(
        _unique(_letters(folded)),
        _unique(chain(_words(words, _tokens(raw), sentence.kind), _in_english(english, sentence.kind))),
        _unique(chain(_done(_tokens(raw)), _done(english))),
        _unique(_before(sentence)),
    )


def _unique(marks: Iterator[str]) -> Sequence[str]:
    return tuple(dict.fromkeys(marks))


def _tokens(text: str) -> list[str]:
    """Words; in scripts without spaces, every run of one or two letters stands for one."""
    found: list[str] = []
    for word in _WORD.findall(text):
        if _UNSPACED.search(word):
            found += word
        else:
            found.append(word)
    return found


def _letters(folded: str) -> Iterator[str]:
    """Runs of letters: 2 to 5 within a word's edges, so that a misspelt word still shares most of them."""
    for word in folded.split():
        edged = f" {word} "
        sizes = (1, 2, 3, 4) if _UNSPACED.search(word) else (3, 4, 5)
        for size in sizes:
            for at in range(len(edged) - size + 1):
                yield f"c{edged[at : at + size]}"


def _words(words: list[str], raw: list[str], kind: str) -> Iterator[str]:
    """Single words, pairs and threes, pairs over a gap, and the same under the kind of text."""
    edged = ["^", *words, "$"]
    for at, word in enumerate(edged):
        yield f"w{word}"
        if at + 1 < len(edged):
            yield f"w{word} {edged[at + 1]}"
        if at + 2 < len(edged):
            yield f"w{word} {edged[at + 1]} {edged[at + 2]}"
            yield f"w{word} _ {edged[at + 2]}"
    for word in raw:
        if not word.isascii():
            yield f"r{word}"
        elif any(c.isdigit() for c in word):
            yield "w" + re.sub(r"\d", "9", word)
            yield "w" + word.translate(_LETTERS_FOR)
    if kind == "field":
        yield from (f"f{word}" for word in words)
    yield f"k{kind}"
    yield f"n{min(len(words) // 4, 6)}{kind}"


def _in_english(words: list[str], kind: str) -> Iterator[str]:
    """The marks of an English sentence with the same words, without those that count how many there are."""
    return (mark for mark in _words(words, words, kind) if mark[0] in "wf") if words else iter(())


def _doing(raw: list[str]) -> Iterator[str]:
    """Who does it: each word beside the last doer named in its clause, negations and quotes."""
    who, not_, quoted, clause_words = "-", "", "", 0
    for at, word in enumerate(raw):
        if word in '"“”«»':
            quoted = "" if quoted else "q"
        agent = AGENT_OF.get(word)
        if word in CLAUSE_END:
            not_, clause_words = "", 0
        elif agent:
            who = agent if clause_words == 0 or agent == "I" else who
            yield f"a{agent}{quoted}"
        else:
            not_ = "n" if word in NOT or word.endswith("n't") else not_
            yield f"d{who}{not_} {word}"
            ending = _ENDS.search(word)
            if ending:
                yield f"e{ending.group()}{who}"
            if quoted:
                yield f"q{word}"
            if at + 1 < len(raw):
                yield f"d{who} {word} {AGENT_OF.get(raw[at + 1], raw[at + 1])}"
        clause_words += word not in CLAUSE_END


def _done(raw: list[str]) -> Iterator[str]:
    """Who does what, by the words that name a doer and by the endings of verbs."""
    yield from _doing(raw)
    for before_that, before, word in zip(["", "", *raw], ["", *raw], raw, strict=False):
        ended = _ENDED.fullmatch(word) if len(word) >= _LEAST_VERB else None
        if ended:
            who, stem = ended.lastgroup, ended[1][:5]
            beside = _BESIDE.get(before, "-")
            yield f"v{who}{beside}"
            yield f"v{who}{_BESIDE.get(before_that, '') if before in _BESIDE else ''}{beside}+"
            yield f"v{who}{beside} {stem}"
            yield f"v{who} {stem}"


def _before(sentence: SentenceIn) -> Iterator[str]:
    """The words of the sentence before, and whether there is one."""
    before = _tokens(plain(sentence.before[-LONGEST:]))
    yield f"b{len(before) > 0}{sentence.kind}"
    yield from (f"b{word}" for word in before)
