"""The language in which one report is taken down. It goes when the words of the report are erased."""

from __future__ import annotations

from intake.actions.cases.damaged import even_if_damaged
from intake.actions.session import OpenVault
from intake.errors import Defect
from intake.wording.catalogue import languages

PAPER = "language"
"""The name of the paper that holds it."""


def read_case_language(session: OpenVault, case_id: str) -> str:
    """The code chosen for this report; "" while none was, or when that language is not shipped any more."""
    kept: object = None
    with even_if_damaged():
        kept = session.store.paper(case_id, PAPER)
    return kept if isinstance(kept, str) and kept in languages() else ""


def keep_case_language(session: OpenVault, case_id: str, language: str) -> None:
    """Take this report down in this language from now on. Raises Mishap for trouble with the disk."""
    if language not in languages():
        raise Defect("a language that is not shipped")
    session.store.put_paper(case_id, PAPER, language)
