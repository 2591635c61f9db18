"""The second net: the gate for what was typed into a page, the lens for the finished file. In doubt, nothing leaves.

Composed sentences are no business of the lens: each is one of our own, with words from closed lists, and means what
it means whoever says it. What somebody typed is read: the name to use, the program, lines in own words, open gaps.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from intake.export.doubts import as_refusals
from intake.export.exporter import Exporter
from intake.referral.compose import PageTerms
from intake.referral.content import ReferralContent
from intake.referral.frames import Line, OwnWords, Typed
from intake.referral.page import Page
from intake.referral.page_words import NeverWords
from intake.referral.typed.own_lines import OwnLines, typed_into
from intake.referral.typed_names import SHAPES, is_name_to_use
from intake.releases.refusal import Refusal
from intake.screening.gate.gate import Gate, Why
from intake.screening.gate.slots import SlotKind, may_fill
from intake.screening.lens import Lens
from intake.screening.spans import UNREAD
from intake.wording.catalogue import Wording

_NO_DOUBT = frozenset({"identifying", UNREAD})
"""A name that the release names may stand there, in any script: its shape bars whatever is more than a name."""


_LIKELY = 0.75
"""A name alone has no sentence around it: a word that is only sometimes meant so (Tina, Molly) is no doubt here."""

_KINDS = {
    Typed.MARKS: SlotKind.MARKS,
    Typed.CLOTHING: SlotKind.CLOTHES,
    Typed.VOICE: SlotKind.VOICE,
    Typed.VEHICLE: SlotKind.VEHICLE,
    Typed.WORDS_SAID: SlotKind.WORDS_SAID,
}
"""What the gate calls the kinds of gap into which words may be typed."""


class NoNet(Exception):
    """Nobody gave a gate; whoever asked must refuse."""


def _nobody() -> Gate:
    raise NoNet


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the gate says of one line: why, and the frame as which it reads where it may leave."""

    why: Why
    reads_as: str = field(default="", repr=False)
    words: tuple[tuple[int, int], ...] = ()
    is_several: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class SecondNet:
    """Judges what was typed for a page. ``open_gate`` is called once, when something is first to be judged."""

    open_gate: Callable[[], Gate] = field(default=_nobody, repr=False)
    _whole: list[Gate] = field(default_factory=list, repr=False, compare=False)
    _parts: dict[tuple[tuple[str, ...], frozenset[str]], Gate] = field(default_factory=dict, repr=False, compare=False)

    def gate(self) -> Gate:
        """The gate over every frame. Raises whatever stops it from opening."""
        if not self._whole:
            self._whole.append(self.open_gate())
        return self._whole[0]

    def lens(self) -> Lens:
        """The lens below it."""
        return self.gate().lens

    def reads_as(self, text: str, content: ReferralContent, wording: Wording, /) -> str:
        """See LineJudge: one sentence in the language of the page, with no word that these frames do not know."""
        return self.weigh(text, content, wording).reads_as

    def weigh(self, text: str, content: ReferralContent, wording: Wording) -> Weighed:
        """What the gate says of a line, over the frames of this content alone."""
        try:
            gate = self._gate(content, (wording,))
            screened = gate.lens.screen(text, wording.language)
            answers = gate.judge(text, screened)
            if len(answers) != 1:
                return Weighed(Why.NO_FRAME, is_several=True)
            (answer,), (sentence,) = answers, screened.sentences
            is_in_language = sentence.lang == wording.language
            heeded = screened.spans or screened.met
            may_leave = answer.passes and not heeded and is_in_language and bool(answer.nearest)
            why = Why.MARKED if heeded else answer.why
            return Weighed(why, answer.nearest[0] if may_leave else "", answer.words, language=sentence.lang)
        except Exception:  # noqa: BLE001 - whatever failed, the line is held and nothing of it may stand in an error
            return Weighed(Why.NOT_JUDGED)

    def nearest(self, text: str, content: ReferralContent, wordings: tuple[Wording, ...]) -> tuple[str, ...]:
        """The frames of this content that come nearest to a line in any of the languages, best first."""
        try:
            gate = self._gate(content, wordings)
            answers = gate.judge(text, gate.lens.screen(text))
            return tuple(dict.fromkeys(frame_id for answer in answers for frame_id in answer.nearest))
        except Exception:  # noqa: BLE001 - then nothing is offered
            return ()

    def may_fill(self, kind: Typed, text: str, language: str, /) -> bool:
        """See LineJudge: the shape of its kind, the lens marks nothing in it, and of words the gate knows each."""
        if SHAPES[kind].fullmatch(text) is None:
            return False
        try:
            if kind in _KINDS:
                return may_fill(self.gate(), _KINDS[kind], text, language).passes
            is_fit = is_name_to_use(text, NeverWords()) if kind is Typed.NAME_USED else not kind.is_words
            return is_fit and not _marked(self.lens(), text, language)
        except Exception:  # noqa: BLE001 - as above
            return False

    def _gate(self, content: ReferralContent, wordings: tuple[Wording, ...]) -> Gate:
        """The gate over the frames of this content alone, in these languages."""
        key = (tuple(wording.language for wording in wordings), frozenset(content.frames))
        if key not in self._parts:
            self._parts[key] = self.gate().over(content, wordings)
        return self._parts[key]


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look needs to know besides the file: the page that it should hold, and what was asked for."""

    page: Page
    terms: PageTerms
    own: OwnLines
    content: ReferralContent
    wording: Wording


def lens_look(finished: bytes, at: Looked, net: SecondNet, exporter: Exporter) -> tuple[Refusal, ...]:
    """Every doubt of the second net about a finished file; it is never said about which word."""
    try:
        seen = _plain(" ".join(exporter.strings(finished)))
        found = set(_doubts(seen, at, net.lens()))
    except Exception:  # noqa: BLE001 - a look that failed is a doubt
        return as_refusals(["lens_impossible"])
    return as_refusals(sorted(found))


def _doubts(seen: str, at: Looked, lens: Lens) -> Iterator[str]:
    composed, lines, values = _parted(at)
    if not all(_plain(text) in seen for text in (*lines, *values)):
        yield "lens_line"
    rest = seen
    for text in sorted(map(_plain, (*composed, *lines)), key=len, reverse=True):
        rest = rest.replace(text, "\n", 1)
    if _marked(lens, rest, at.page.language):
        yield "lens_name"
    if not all(_may_stand(line, at) for row in at.page.rows for line in row.said):
        yield "lens_line"


def _may_stand(line: Line | None, at: Looked) -> bool:
    if isinstance(line, OwnWords):
        recipient = at.content.recipients[at.page.recipient_id]
        return at.own.has_yes(line) and bool(at.own.reads_as(line, recipient, at.terms.items, at.content, at.wording))
    if line is None or not typed_into(line, at.content):
        return True
    return at.own.has_yes(line) and at.own.may_fill(line, at.content, at.page.language)


def _parted(at: Looked) -> tuple[list[str], list[str], list[str]]:
    """The texts that are ours, the lines in which something was typed, and names and numbers that stand alone.

    The lines are judged one by one; the last, and whatever should not be in the file, are what the packs go over.
    """
    page, terms = at.page, at.terms
    values = {terms.name_to_use, terms.report_number, terms.prepared_by} - {""}
    composed = [page.title, *page.paragraphs, page.closing, *(row.label for row in page.rows)]
    composed.append(page.title)  # a PDF says it once more, in its particulars
    composed += [line.label for line in page.head]
    composed += [line.value for line in page.head if line.value not in values]
    alone = [line.value for line in page.head if line.value in values]
    lines: list[str] = []
    for row in page.rows:
        for text, line in zip(row.lines, row.said, strict=True):
            is_typed = isinstance(line, OwnWords) or (line is not None and bool(typed_into(line, at.content)))
            (lines if is_typed else alone if text in values else composed).append(text)
    return composed, lines, alone


def _marked(lens: Lens, text: str, language: str) -> bool:
    """Whether the words that the packs know stand in it. The trained reading is for sentences, and these are none."""
    screened = replace(lens, judge=None).screen(text, language, "field")
    return any(span.category not in _NO_DOUBT and span.confidence >= _LIKELY for span in screened.spans)


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
