"""In which formats a page can be saved, what each is for, and what the locked ones need."""

from __future__ import annotations

from dataclasses import dataclass

from intake.actions.session import OpenVault
from intake.export.exporter import KeyKind, exporters
from intake.vault.passphrase_strength import suggest_passphrase

_IN_ORDER = ("pdf", "pdf_sealed", "age", "docx", "txt")
_KEY_OF = "partner_key."


@dataclass(frozen=True, slots=True)
class FormatLine:
    """One format. ``needs`` is empty, passphrase or public_key."""

    id: str
    name: str
    what_for: str
    needs: str


def list_formats(session: OpenVault) -> tuple[FormatLine, ...]:
    """Every format, the usual one first."""
    wording = session.content.wording(session.language)
    known = exporters()
    names = [*(name for name in _IN_ORDER if name in known), *sorted(set(known) - set(_IN_ORDER))]
    return tuple(
        FormatLine(
            name,
            wording.text(f"format.{name}.title", known[name].words.title),
            wording.text(f"format.{name}.what_for", known[name].words.what_for),
            str(seal.needs) if (seal := known[name].seal) else "",
        )
        for name in names
    )


def words_for_a_locked_file() -> str:
    """Six words drawn at random, to be told by phone. Made for one file, shown once, kept nowhere."""
    return suggest_passphrase().text


def partner_key(session: OpenVault, recipient_id: str) -> str:
    """The public key that this office last used for a recipient, or nothing."""
    return session.store.setting(_KEY_OF + recipient_id) or ""


def keep_partner_key(session: OpenVault, recipient_id: str, key: str) -> None:
    """Remember the public key of a recipient; it is no secret and says nothing of any case."""
    if key != partner_key(session, recipient_id):
        session.store.put_setting(_KEY_OF + recipient_id, key)


def needs_public_key(format_name: str) -> bool:
    """Whether a format is locked for a partner."""
    return _needs(format_name) is KeyKind.PUBLIC_KEY


def needs_words(format_name: str) -> bool:
    """Whether a format is locked with words."""
    return _needs(format_name) is KeyKind.PASSPHRASE


def _needs(format_name: str) -> KeyKind | None:
    known = exporters().get(format_name)
    return known.seal.needs if known is not None and known.seal is not None else None
