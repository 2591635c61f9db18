"""Go on while a page of the records is broken: what can be read is shown, and what cannot is named."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from intake.actions.session import OpenVault
from intake.errors import Mishap
from intake.vault.case_store import CaseLine

_DAMAGED = "vault_damaged"


@contextmanager
def naming_the_report(session: OpenVault, case_id: str) -> Iterator[None]:
    """Damage in the block is the damage of this report: Mishap report_damaged says which, and that the rest is open."""
    try:
        yield
    except Mishap as mishap:
        if mishap.code != _DAMAGED:
            raise
        raise _report_damaged(_label_of(session, case_id)) from None


@contextmanager
def even_if_damaged() -> Iterator[None]:
    """For what is noted in passing, such as where somebody left off: a broken page there must close no report."""
    try:
        yield
    except Mishap as mishap:
        if mishap.code != _DAMAGED:
            raise


def _label_of(session: OpenVault, case_id: str) -> str:
    lines: tuple[CaseLine, ...] = ()
    with even_if_damaged():
        lines = session.store.cases()
    return next((line.label for line in lines if line.id == case_id), "")


def _report_damaged(label: str) -> Mishap:
    named = "Report {label} cannot be read whole: a part of the records is broken."
    return Mishap(
        "report_damaged",
        named if label else "This report cannot be read whole: a part of the records is broken.",
        "Nothing was changed. The reports in other parts still open, from Today.",
        "Press Hide now. Then, under Other ways in, put back a copy or read out what can be read.",
        label=label,
    )
