"""What is put is there: cases, the three parts, drafts, places, releases, exports and settings."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import cast

import pytest

from intake.answers.model import Answer, AnswerStatus, Choice, Text
from intake.cases.model import Case, CasePart
from intake.errors import Defect, Mishap
from intake.releases.model import Method, Release, Signature, SignatureKind, SignerRole
from intake.vault import case_store
from intake.vault.case_store import CaseLine
from intake.vault.database import Database
from intake.vault.release_store import ExportLine
from intake.vault.store import VaultStore

from .conftest import MOMENT

DAY = MOMENT.date()
DECLINED = Answer(AnswerStatus.DECLINED)


def database_of(store: VaultStore) -> Database:
    return store._database


def put(store: VaultStore, case: Case, question: str, part: CasePart, answer: Answer = DECLINED) -> None:
    store.put_answer(case.id, question, part, answer, "en", "fp", MOMENT)


def test_a_new_case_has_a_random_id_and_a_short_label(vault: VaultStore) -> None:
    cases = [vault.new_case(DAY) for _ in range(30)]
    assert len({case.id for case in cases}) == len({case.label for case in cases}) == 30
    assert all(re.fullmatch(r"[A-Z]-[1-9]\d{1,2}", case.label) for case in cases)
    assert vault.case(cases[0].id).label == cases[0].label


def test_labels_grow_longer_when_the_short_ones_are_taken(vault: VaultStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(case_store, "_LETTERS", "K")
    monkeypatch.setattr(secrets, "randbelow", lambda _: 17)
    assert [vault.new_case(DAY).label for _ in range(5)] == ["K-27", "K-117", "K-1017", "K-10017", "K-100017"]
    with pytest.raises(Defect):
        vault.new_case(DAY)


def test_the_list_shows_the_case_touched_last_first(vault: VaultStore) -> None:
    early, late = (vault.new_case(DAY - timedelta(days=days)) for days in (9, 2))
    assert [line.id for line in vault.cases()] == [late.id, early.id]
    put(vault, early, "a.b", CasePart.SHAREABLE)
    assert vault.cases()[0] == CaseLine(early.id, early.label, early.opened_on, MOMENT.astimezone().date())
    assert [line.id for line in vault.cases(first=1, count=1)] == [late.id]


def test_a_case_with_a_taken_label_or_with_answers_is_refused(vault: VaultStore, case: Case) -> None:
    with pytest.raises(Defect):
        vault.add_case(Case("other", case.label, DAY))
    with pytest.raises(Defect):
        vault.add_case(Case("other", "Q-11", DAY, {CasePart.SHAREABLE: {"a": DECLINED}}))
    vault.add_case(Case("other", "Q-11", DAY))
    assert vault.case("other").opened_on == DAY


def test_answers_keep_to_their_part_and_survive_a_restart(
    vault: VaultStore, case: Case, reopened: Callable[[], VaultStore]
) -> None:
    for number, part in enumerate(CasePart):
        put(vault, case, f"q{number}", part, Answer(AnswerStatus.GIVEN, Text(part.value)))
        put(vault, case, f"s{number}", part, Answer(list(AnswerStatus)[number + 1]))
    read = reopened().case(case.id)
    for number, part in enumerate(CasePart):
        assert read.answers[part] == {
            f"q{number}": Answer(AnswerStatus.GIVEN, Text(part.value)),
            f"s{number}": Answer(list(AnswerStatus)[number + 1]),
        }


def test_a_later_answer_takes_the_place_of_the_earlier_even_in_another_part(vault: VaultStore, case: Case) -> None:
    put(vault, case, "q", CasePart.SHAREABLE, Answer(AnswerStatus.GIVEN, Choice("yes")))
    put(vault, case, "q", CasePart.SHAREABLE, Answer(AnswerStatus.GIVEN, Choice("no")))
    assert vault.case(case.id).all_answers() == {"q": Answer(AnswerStatus.GIVEN, Choice("no"))}
    put(vault, case, "q", CasePart.WALLED_OFF)
    assert vault.shareable_view(case.id).answers == {}
    assert vault.case(case.id).answers[CasePart.WALLED_OFF] == {"q": DECLINED}


def test_an_answer_can_be_taken_back(vault: VaultStore, case: Case) -> None:
    put(vault, case, "q", CasePart.IDENTIFYING)
    vault.put_draft(case.id, "q", "half a")
    vault.remove_answer(case.id, "q")
    vault.remove_answer(case.id, "never asked")
    assert vault.case(case.id).all_answers() == {}
    assert vault.drafts(case.id) == {}


@pytest.mark.parametrize("part", ["secret", "shareable_answers", None, 3])
def test_an_answer_for_an_unknown_part_is_refused(vault: VaultStore, case: Case, part: object) -> None:
    with pytest.raises(Defect):
        put(vault, case, "q", cast("CasePart", part))
    assert vault.case(case.id).all_answers() == {}


def test_an_answer_for_an_unknown_case_or_without_a_zone_is_refused(vault: VaultStore, case: Case) -> None:
    with pytest.raises(Defect) as caught:
        vault.put_answer("nobody", "q", CasePart.SHAREABLE, Answer(AnswerStatus.GIVEN, Text("X")), "en", "fp", MOMENT)
    assert str(caught.value) == "the records refused a statement (SQLITE_CONSTRAINT)"
    with pytest.raises(Defect):
        vault.put_answer(case.id, "q", CasePart.SHAREABLE, DECLINED, "en", "fp", datetime(2026, 5, 4, 9, 0))
    with pytest.raises(Defect):
        vault.case("nobody")


def test_the_shareable_view_reads_no_other_table(vault: VaultStore, case: Case) -> None:
    for part in CasePart:
        put(vault, case, f"q.{part}", part, Answer(AnswerStatus.GIVEN, Text(f"SECRET-{part}")))
    read: set[str] = set()
    connection = database_of(vault)._connection

    def watch(_action: int, table: str | None, *_: object) -> int:
        read.add(str(table))
        return 0

    connection.set_authorizer(watch)
    view = vault.shareable_view(case.id)
    assert list(view.answers) == ["q.shareable"]
    assert "shareable_answers" in read
    assert not {"walled_off_answers", "identifying_answers"} & read
    database_of(vault).rows("DROP TABLE walled_off_answers")
    database_of(vault).rows("DROP TABLE identifying_answers")
    assert vault.shareable_view(case.id) == view


def test_a_draft_is_kept_until_its_answer_is_put(vault: VaultStore, case: Case) -> None:
    vault.put_draft(case.id, "q", "half a sent")
    vault.put_draft(case.id, "q", "half a sentence")
    vault.put_draft(case.id, "r", "other")
    assert vault.draft(case.id, "q") == "half a sentence"
    put(vault, case, "q", CasePart.SHAREABLE, Answer(AnswerStatus.GIVEN, Text("half a sentence, whole")))
    assert vault.draft(case.id, "q") is None
    assert vault.drafts(case.id) == {"r": "other"}
    vault.put_draft(case.id, "r", "")
    assert vault.drafts(case.id) == {}


def test_the_place_and_the_last_case_are_found_again(
    vault: VaultStore, case: Case, reopened: Callable[[], VaultStore]
) -> None:
    assert vault.place(case.id) is None
    assert vault.last_case() is None
    for question in ("a.one", "a.two"):
        vault.put_place(case.id, question)
    vault.set_last_case(vault.new_case(DAY).id)
    vault.set_last_case(case.id)
    store = reopened()
    assert store.place(case.id) == "a.two"
    assert store.last_case() == case.id
    store.set_last_case(None)
    assert store.last_case() is None


FULL_RELEASE = Release(
    release_id="r1",
    purpose="to find a bed — سرير",
    recipient="shelter",
    items_released=("needs", "safe_contact"),
    method=Method.HAND_CARRIED,
    starts_on=DAY,
    expires_on=DAY + timedelta(days=15),
    signer_role=SignerRole.SELF,
    signer_did_not_harm=True,
    signature=Signature(SignatureKind.DRAWN, strokes=(((0.5, 1.25), (2.0, 3.5)), ((4.0, 5.0),))),
    signed_on=DAY,
)


def for_case(release: Release, case: Case, **changes: object) -> Release:
    return replace(release, case_id=case.id, **changes)  # type: ignore[arg-type]  # any field


def test_a_release_comes_back_whole_and_its_last_form_counts(
    vault: VaultStore, case: Case, reopened: Callable[[], VaultStore]
) -> None:
    release = for_case(FULL_RELEASE, case)
    bare = Release(release_id="r2", case_id=case.id)
    vault.put_release(release)
    vault.put_release(bare)
    revoked = for_case(FULL_RELEASE, case, revoked_on=DAY, revoked_how="by phone")
    vault.put_release(revoked)
    assert reopened().releases(case.id) == (revoked, bare)


def test_a_release_for_an_unknown_case_is_refused_and_one_of_a_later_form_is_told(
    vault: VaultStore, case: Case
) -> None:
    with pytest.raises(Defect):
        vault.put_release(FULL_RELEASE)
    vault.put_release(for_case(FULL_RELEASE, case))
    database_of(vault).rows("UPDATE releases SET body = replace(body, 'hand_carried', 'by_drone')")
    with pytest.raises(Mishap, match="vault_newer"):
        vault.releases(case.id)


def test_what_left_is_noted_under_its_release(vault: VaultStore, case: Case) -> None:
    vault.put_release(for_case(FULL_RELEASE, case))
    vault.put_export(case.id, "r1", "aa" * 32, date(2026, 5, 5))
    vault.put_export(case.id, "r1", "bb" * 32, date(2026, 5, 6))
    assert vault.exports(case.id) == (
        ExportLine("r1", "aa" * 32, date(2026, 5, 5)),
        ExportLine("r1", "bb" * 32, date(2026, 5, 6)),
    )
    with pytest.raises(Defect):
        vault.put_export(case.id, "unknown", "cc" * 32, date(2026, 5, 6))


def test_settings_are_kept_by_name(vault: VaultStore, reopened: Callable[[], VaultStore]) -> None:
    assert vault.setting("language") is None
    vault.put_setting("language", "es")
    vault.put_setting("language", "ar")
    assert reopened().setting("language") == "ar"


def test_a_failure_inside_a_transaction_undoes_all_of_it(vault: VaultStore, case: Case) -> None:
    database = database_of(vault)

    def delete_and_fail() -> None:
        with database.transaction():
            database.rows("DELETE FROM cases")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        delete_and_fail()
    assert [line.id for line in vault.cases()] == [case.id]


def test_nothing_of_a_store_shows_what_is_in_it(vault: VaultStore, case: Case, folder: Path) -> None:
    put(vault, case, "q", CasePart.SHAREABLE, Answer(AnswerStatus.GIVEN, Text("SECRET-MARKER")))
    read = vault.case(case.id)
    for thing in (vault, database_of(vault), read, vault.cases(), vault.shareable_view(case.id)):
        assert "SECRET-MARKER" not in f"{thing!r} {thing!s}"
        assert str(folder) not in f"{thing!r}"
