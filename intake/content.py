"""Everything the data files hold, loaded once, checked against each other, with one fingerprint."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from intake.errors import BrokenContent, ContentProblem
from intake.protections.comparison.model import Comparison
from intake.protections.comparison.read import load_comparison
from intake.protections.handout.whom_to_call import WhomToCall, load_whom_to_call
from intake.protections.load import load_protections
from intake.protections.model import Protections
from intake.questions.banners import Banner, load_banners
from intake.questions.load import COUNTED, load_questions
from intake.questions.model import Questions
from intake.questions.office.texts import OfficeTexts
from intake.referral.content import ReferralContent, load_referral_content
from intake.referral.field_names import load_field_names
from intake.referral.frames_against_questions import frames_against_questions
from intake.releases.words import ReleaseTexts, load_release_texts
from intake.resource_files import resources_folder
from intake.time_limits.load import load_time_limits
from intake.time_limits.model import TimeLimits
from intake.wording.catalogue import Wording, languages, load_wording

if TYPE_CHECKING:  # the first window waits for no lens
    from intake.screening.judgement.model import Judge
    from intake.screening.lens import Lens
    from intake.screening.packs import WordPacks


@dataclass(slots=True)
class Opened:
    """What is dear to open, holds nothing of a report, and serves all who use the same files: None until then."""

    packs: WordPacks | None = None
    judge: Judge | None = None
    lens: Lens | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """The questions, the protections, and what pages are made of. ``root`` is None for the shipped files."""

    questions: Questions
    counted: Questions
    banners: tuple[Banner, ...]
    protections: Protections
    comparison: Comparison
    whom_to_call: WhomToCall
    referral: ReferralContent
    field_names: Mapping[str, str]
    release_texts: ReleaseTexts
    time_limits: TimeLimits
    fingerprint: str
    root: Path | None = None
    office_texts: OfficeTexts = field(default_factory=OfficeTexts)
    """The words of questions that the office changed or wrote."""
    opened: Opened = field(default_factory=Opened, repr=False, compare=False)
    _read_words: dict[str, Wording] = field(default_factory=dict, repr=False, compare=False)

    def wording(self, language: str) -> Wording:
        """The words of one language, read when first asked for."""
        if language not in self._read_words:
            self._read_words[language] = self.office_texts.over(load_wording(language, self.root))
        return self._read_words[language]

    def as_asked_here(self, questions: Questions, texts: OfficeTexts, stamp: str) -> Content:
        """The same content with the questions of the office; ``stamp`` tells its changes from others."""
        fingerprint = hashlib.sha256(f"{self.fingerprint}{stamp}".encode()).hexdigest()
        return replace(self, questions=questions, office_texts=texts, fingerprint=fingerprint, _read_words={})

    def wordings(self) -> tuple[Wording, ...]:
        """The words of every language that is shipped, English first."""
        return tuple(self.wording(language) for language in languages(self.root))


def load_content(root: Path | None = None) -> Content:
    """Read and cross-check every data file. Raises BrokenContent with all faults of all files."""
    questions, faults = load_questions(root)
    counted, miscounted = load_questions(root, COUNTED)
    banners, badly_said = load_banners(questions, root)
    protections, more = load_protections(root)
    comparison, compared = load_comparison(root)
    whom_to_call, called = load_whom_to_call(root)
    referral, still_more = load_referral_content(root)
    field_names, name_faults = load_field_names(root)
    release_texts, text_faults = load_release_texts(root)
    time_limits, time_faults = load_time_limits(questions, root)
    said = [*name_faults, *text_faults, *time_faults]
    problems = [*faults, *miscounted, *badly_said, *more, *compared, *called, *still_more, *said]
    if not problems:
        problems = _cross_check(questions, protections, referral)
        problems += _unknown_instruments(comparison, protections)
    if problems:
        raise BrokenContent(tuple(problems))
    return Content(
        questions=questions,
        counted=counted,
        banners=banners,
        protections=protections,
        comparison=comparison,
        whom_to_call=whom_to_call,
        referral=referral,
        field_names=field_names,
        release_texts=release_texts,
        time_limits=time_limits,
        fingerprint=_fingerprint(root or resources_folder()),
        root=root,
    )


def _cross_check(questions: Questions, protections: Protections, referral: ReferralContent) -> list[ContentProblem]:
    """What one kind of file says of another: facts must exist, frames must ask questions that exist."""
    return [*_unknown_facts(questions, protections), *frames_against_questions(referral, questions)]


def _unknown_facts(questions: Questions, protections: Protections) -> list[ContentProblem]:
    # a fact that only other answers use, such as "charged" inside a record, needs no place in the vocabulary
    inner = {
        value.removeprefix("@fact:")
        for question in questions.questions
        for rule in question.facts
        for given in rule.gives.values()
        if isinstance(given, tuple)
        for record in given
        if not isinstance(record, str)
        for value in record.values()
        if value.startswith("@fact:")
    }
    return [
        ContentProblem(
            f"questions/{question.id.replace('.', '/')}.toml",
            1,
            f"The fact '{rule.fact}' is not known to the protections.",
            "Use a fact of facts.toml, or add it there.",
        )
        for question in questions.questions
        for rule in question.facts
        if rule.fact not in protections.facts and rule.fact not in inner
    ]


def _unknown_instruments(comparison: Comparison, protections: Protections) -> list[ContentProblem]:
    known = {instrument.id for instrument in protections.instruments}
    return [
        ContentProblem(policy.file, 1, f"There is no instrument '{name}'.", "Mend the id under 'instruments'.")
        for policy in comparison.policies
        for name in policy.instruments
        if name not in known
    ]


def _fingerprint(root: Path) -> str:
    """SHA-256 over the names and bytes of all data files, so that a record can say which words it was taken with."""
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*")):
        if path.suffix in {".toml", ".po", ".typ"}:
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
