"""See the very page before anybody signs: its picture, its lines, and what stays here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from intake.actions.referral.one_page import (
    desk_of,
    name_or_code,
    prepare,
    prepared_by,
    refusal_words,
    release_id_to_be,
)
from intake.actions.session import OpenVault
from intake.answers.model import AnswerStatus
from intake.cases.told_of import Desk
from intake.export.pdf_pages import page_picture
from intake.export.save_summary import Prepared, Refused
from intake.questions.model import Fate
from intake.questions.occasions import address_on, number_of, plain_id
from intake.referral.compose import HeldBecause
from intake.referral.fields import CONTACT_LINE, FieldRule
from intake.referral.frames import Line, OwnWords
from intake.referral.page import Page
from intake.releases.model import Release
from intake.wording.catalogue import Wording

PREVIEW_DOTS_PER_INCH = 150.0
PROTECTIONS_STAY = "What may protect you, and why"
OTHERS_STAY = "What you told us of other things that happened, or of other people"


@dataclass(frozen=True, slots=True)
class PageRow:
    """One item of the page that can be taken off or put on. ``lines`` is what it says on this page."""

    id: str
    label: str
    field_ids: tuple[str, ...]
    lines: tuple[str, ...] = field(repr=False)
    is_empty: bool
    may_be_taken_off: bool
    is_on: bool
    needs_tick: bool


@dataclass(frozen=True, slots=True)
class HeldLine:
    """A chosen line that does not stand on the page, and why; for the screen alone."""

    line: Line = field(repr=False)
    because: HeldBecause


@dataclass(frozen=True, slots=True)
class PagePreview:
    """The page as it would leave. ``image_rgb`` holds ``image_width`` x ``image_height`` pixels of 3 bytes each."""

    recipient_id: str
    rows: tuple[PageRow, ...] = ()
    image_width: int = 0
    image_height: int = 0
    image_rgb: bytes = field(default=b"", repr=False)
    text: str = field(default="", repr=False)
    page_hash: str = ""
    stays_here: tuple[str, ...] = field(default=(), repr=False)
    programme_missing: bool = False
    warnings: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    held: tuple[HeldLine, ...] = field(default=(), repr=False)


def preview_page(
    session: OpenVault,
    case_id: str,
    recipient_id: str,
    items: frozenset[str] | None,
    name_choice: str,
    expires_in_days: int,
    language: str,
) -> PagePreview:
    """Compose and draw the page. ``items`` None is the start: everything this reader always gets, nothing ticked."""
    recipient = session.content.referral.recipients[recipient_id]
    if not prepared_by(session):
        return PagePreview(recipient_id, programme_missing=True)
    desk = desk_of(session, case_id)
    draft = Release(
        release_id=release_id_to_be(session, case_id, recipient_id),
        discloser_org=prepared_by(session),
        person_name_or_code=name_or_code(session, case_id, recipient_id, name_choice),
        recipient=recipient_id,
        items_released=tuple(sorted(recipient.from_the_start() if items is None else items)),
        expires_on=session.clock.today() + timedelta(days=expires_in_days),
        about_incident=desk.incident,
        about_person=desk.person,
    )
    prepared = prepare(session, case_id, draft, language)
    if isinstance(prepared, Refused):
        return PagePreview(recipient_id, problems=refusal_words(session, prepared.refusals))
    return _drawn(session, case_id, draft, prepared)


def _drawn(session: OpenVault, case_id: str, draft: Release, prepared: Prepared) -> PagePreview:
    picture = page_picture(prepared.finished, PREVIEW_DOTS_PER_INCH)
    recipient = session.content.referral.recipients[draft.recipient]
    desk = session.content.wording(session.language)
    return PagePreview(
        draft.recipient,
        tuple(_rows(session, draft, prepared.page, desk)),
        picture.width,
        picture.height,
        picture.rgb,
        "\n".join(prepared.page.texts()),
        prepared.page_hash,
        tuple(_stays(session, case_id, draft, prepared.page, desk)),
        warnings=(
            *((desk.text(recipient.message_id("prompt"), recipient.prompt),) if recipient.prompt else ()),
            *(desk.text(f"warning.{one.check}", one.what_to_look_at) for one in prepared.warnings),
            *refusal_words(session, prepared.alarms),
        ),
        held=tuple(HeldLine(one.line, one.because) for one in prepared.held),
    )


def _rows(session: OpenVault, draft: Release, page: Page, desk: Wording) -> Iterator[PageRow]:
    names, frames = session.content.field_names, session.content.referral.frames
    recipient = session.content.referral.recipients[draft.recipient]
    of_page, said = session.content.wording(page.language), {row.id: row for row in page.rows}
    default = recipient.constant("default", session.content.referral.words, of_page)
    for template in recipient.rows:
        # while the plain page is shown, the rows of the other one are offered, with nothing in them
        row = said.get(template.id)
        same_for_all = {default, recipient.row_text(template, of_page)}
        for name in template.fields:
            own = tuple(
                line
                for line, use in (zip(row.lines, row.said, strict=True) if row else ())
                if (
                    frames[use.reads_as if isinstance(use, OwnWords) else use.frame_id].field == name
                    if use
                    else name == template.fields[0] and line not in same_for_all
                )
            )
            fixed = name == CONTACT_LINE
            yield PageRow(
                f"{template.id}.{name}",
                desk.text(f"field.{name}", names[name]),
                (name,),
                own,
                is_empty=not own,
                may_be_taken_off=not fixed,
                is_on=fixed or name in draft.items_released,
                needs_tick=recipient.fields[name] is FieldRule.IF_TICKED,
            )


def _stays(session: OpenVault, case_id: str, draft: Release, page: Page, desk: Wording) -> Iterator[str]:
    """What was said and is not on this page, by name; shown on the screen alone."""
    questions, names = session.content.questions, session.content.field_names
    said = {session.content.referral.frames[use.frame_id].field for use in page.uses()}
    answers = session.store.case(case_id).all_answers()
    about = Desk(draft.about_incident, draft.about_person)
    given = {name for name, answer in answers.items() if answer.status is AnswerStatus.GIVEN}
    repeats = {question.id: question.repeats for question in questions.questions}
    shown: dict[str, None] = {desk.text("stays.protections", PROTECTIONS_STAY): None}
    if any(number_of(name) != about.number(repeats[plain_id(name)]) for name in given if plain_id(name) in repeats):
        shown.setdefault(desk.text("stays.others", OTHERS_STAY))
    for question in questions.questions:
        if address_on(about, question) not in given:
            continue
        if question.fate is Fate.STAYS:
            section = next(one for one in questions.sections if one.id == question.section)
            if not section.gate:
                shown.setdefault(desk.text(f"section.{section.id}.title", section.title))
        elif question.field and question.field not in said and question.field not in draft.items_released:
            shown.setdefault(desk.text(f"field.{question.field}", names[question.field]))
    return iter(shown)
