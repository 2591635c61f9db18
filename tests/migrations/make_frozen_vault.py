"""Freeze a vault of the newest tables: ``python -m tests.migrations.make_frozen_vault NAME`` (once for each release).

The passphrase and all that is in it are invented; the cost is the least there is, so that opening it is quick.
A frozen vault is never made again: it shows that what a released version wrote can be read for years.
"""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from pathlib import Path

from intake.answers.model import Answer, AnswerStatus, ApproximateDate, Choice, Choices, Text
from intake.cases.model import Case, CasePart
from intake.clock import FixedClock
from intake.releases.model import Method, Release, Signature, SignatureKind
from intake.vault.keys import KdfCost
from intake.vault.store import VaultStore
from intake.vault.vault_folder import create_vault_folder

VAULTS = Path(__file__).parent / "vaults"
OPENING_WORDS = b"frozen for the tests alone"
MOMENT = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
CASE = Case("frozen-case", "K-27", date(2026, 5, 4))
RELEASE = Release(
    release_id="frozen-release",
    case_id=CASE.id,
    recipient="shelter",
    purpose="a bed for the night",
    items_released=("needs",),
    method=Method.HAND_CARRIED,
    starts_on=date(2026, 5, 4),
    expires_on=date(2026, 5, 19),
    signature=Signature(SignatureKind.INK, place_kept="the grey binder"),
)
ANSWERS = {
    CasePart.SHAREABLE: {
        "happened.who": Answer(AnswerStatus.GIVEN, Choice("to_me")),
        "happened.kinds": Answer(AnswerStatus.GIVEN, Choices(("hit", "robbed"))),
        "when.day": Answer(AnswerStatus.GIVEN, ApproximateDate("2026-04", date(2026, 4, 1), date(2026, 4, 30))),
    },
    CasePart.IDENTIFYING: {"comfort.name": Answer(AnswerStatus.GIVEN, Text("Zoë, زوي"))},
    CasePart.WALLED_OFF: {
        "setup.role": Answer(AnswerStatus.DECLINED),
        "safety.safe_now": Answer(AnswerStatus.NOT_KNOWN),
        "limits.totals": Answer(AnswerStatus.SKIPPED),
        "wishes.police": Answer(AnswerStatus.LATER),
    },
}


def fill(store: VaultStore) -> None:
    """Put one of everything into a vault."""
    store.add_case(CASE)
    for part, answers in ANSWERS.items():
        for question_id, answer in answers.items():
            store.put_answer(CASE.id, question_id, part, answer, "en", "fingerprint", MOMENT)
    store.put_draft(CASE.id, "words.story", "begun and not")
    store.put_place(CASE.id, "words.story")
    store.set_last_case(CASE.id)
    store.put_release(RELEASE)
    store.put_export(CASE.id, RELEASE.release_id, "ab" * 32, date(2026, 5, 5))
    store.put_setting("language", "es")
    store.put_hold(CASE.id, date(2026, 5, 6))
    erased = store.new_case(date(2026, 5, 4)).id
    store.erase_narrative(erased, frozenset(), date(2026, 5, 7))
    store.erase_case(erased, date(2026, 5, 7))


def main() -> None:
    """Make ``vaults/NAME``; an existing one is refused."""
    with create_vault_folder(
        VAULTS / sys.argv[1], bytearray(OPENING_WORDS), FixedClock(MOMENT), KdfCost(8, 1, 1)
    ) as store:
        fill(store)


if __name__ == "__main__":
    main()
