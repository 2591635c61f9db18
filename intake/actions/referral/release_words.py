"""What the permission says, to be read aloud before it is signed."""

from __future__ import annotations

from dataclasses import dataclass

from intake.actions.interview.page import OptionWords
from intake.actions.session import OpenVault


@dataclass(frozen=True, slots=True)
class ReleaseWords:
    """The constant sentences of a permission and the choices in its form."""

    never_released: str
    redisclosure: str
    not_required: str
    right_to_revoke: str
    risk: str
    final_question: str
    method_choices: tuple[OptionWords, ...]
    alternative_choices: tuple[OptionWords, ...]
    signer_choices: tuple[OptionWords, ...]


def release_words(session: OpenVault, recipient_id: str) -> ReleaseWords:
    """The words of a permission for one recipient, in the language of the desk."""
    wording = session.content.wording(session.language)
    texts = session.content.release_texts
    recipient = session.content.referral.recipients[recipient_id]

    def said(name: str) -> str:
        return wording.text(f"release.{name}", texts.sentences[name])

    def offered(group: str) -> tuple[OptionWords, ...]:
        choices = texts.choices[group].items()
        return tuple(OptionWords(name, wording.text(f"release.{group}.{name}", text)) for name, text in choices)

    return ReleaseWords(
        said("never_released"),
        said("redisclosure"),
        said("not_required"),
        said("right_to_revoke"),
        wording.text(recipient.message_id("risk"), recipient.risk_line),
        said("final_question"),
        offered("methods"),
        offered("alternatives"),
        offered("signers"),
    )
