"""Who may get a page, what for, and what to say of the risk before choosing."""

from __future__ import annotations

from dataclasses import dataclass

from babel import Locale

from intake.actions.interview.page import OptionWords
from intake.actions.session import OpenVault
from intake.wording.catalogue import ENGLISH, languages


@dataclass(frozen=True, slots=True)
class RecipientLine:
    """One place a page may go to."""

    id: str
    name: str
    purpose_choices: tuple[OptionWords, ...]
    risk_line: str
    page_language: str = ENGLISH
    """In which language its page begins: that of the talk where the person reads it, else English."""


def list_page_languages(session: OpenVault) -> tuple[OptionWords, ...]:
    """The languages in which a page can be made, each under its own name."""
    known = languages(session.content.root)
    return tuple(OptionWords(code, str(Locale.parse(code).get_display_name(code)).capitalize()) for code in known)


def list_recipients(session: OpenVault) -> tuple[RecipientLine, ...]:
    """Every recipient whose template is shipped."""
    wording = session.content.wording(session.language)
    return tuple(
        RecipientLine(
            one.id,
            wording.text(one.message_id("name"), one.name),
            tuple(
                OptionWords(str(number), wording.text(one.message_id(f"purpose.{number}"), purpose))
                for number, purpose in enumerate(one.purposes, start=1)
            ),
            wording.text(one.message_id("risk"), one.risk_line),
            session.language if one.for_the_person else ENGLISH,
        )
        for one in session.content.referral.recipients.values()
    )
