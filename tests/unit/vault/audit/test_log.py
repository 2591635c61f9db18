"""The log: classes of action and days alone, sealed; edits, gaps and cut-offs show; old lines roll off."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from intake.cases.model import Case
from intake.errors import Defect
from intake.vault.audit.entry import KEPT_DAYS, Action, Fault, LogCheck
from intake.vault.audit.log import AuditLog
from intake.vault.database import LOG_LABEL
from intake.vault.keys import DataKey
from intake.vault.memory_vault import create_memory_vault
from intake.vault.store import VaultStore
from tests.unit.vault.conftest import MOMENT

DAY = MOMENT.date()


@pytest.fixture
def logged(vault: VaultStore, case: Case) -> VaultStore:
    for number in range(6):
        vault.write_log(Action.OPENED if number % 2 else Action.EXPORTED, DAY, staff_code="K2", case_id=case.id)
    return vault


def run(store: VaultStore, sql: str, *parameters: str | int) -> None:
    store._database.rows(sql, parameters)


def test_a_log_that_nobody_touched_is_whole_after_opening_again(
    logged: VaultStore, reopened: Callable[[], VaultStore]
) -> None:
    again = reopened()
    assert again.verify_log() == LogCheck()
    assert [entry.number for entry in again.log_entries()] == [1, 2, 3, 4, 5, 6]
    again.write_log(Action.COPY_MADE, DAY)
    assert again.verify_log().is_whole


def test_an_empty_log_is_whole(vault: VaultStore) -> None:
    assert vault.verify_log() == LogCheck()


def test_a_line_holds_an_action_a_day_a_staff_code_and_a_random_token_alone(logged: VaultStore, case: Case) -> None:
    rows = logged._database.rows("SELECT * FROM audit_entries")
    assert {row[1:4] for row in rows} == {("opened", "K2", "2026-05-04"), ("exported", "K2", "2026-05-04")}
    assert {len(str(row[4])) for row in rows} == {16}
    for row in rows:
        assert case.id not in map(str, row)
        assert case.label not in map(str, row)


def test_the_lines_of_one_report_share_a_token_and_others_do_not(logged: VaultStore) -> None:
    other = logged.new_case(DAY)
    logged.write_log(Action.OPENED, DAY, case_id=other.id)
    logged.write_log(Action.OPENED, DAY)
    tokens = [entry.token for entry in logged.log_entries()]
    assert len(set(tokens[:6])) == 1
    assert len(set(tokens)) == 3


@pytest.mark.parametrize(
    ("sql", "found"),
    [
        ("UPDATE audit_entries SET action = 'opened' WHERE seq = 3", LogCheck(False, Fault.CHANGED, 3, DAY)),
        ("UPDATE audit_entries SET staff_code = 'K9' WHERE seq = 4", LogCheck(False, Fault.CHANGED, 4, DAY)),
        (
            "UPDATE audit_entries SET on_day = '2026-05-03' WHERE seq = 2",
            LogCheck(False, Fault.CHANGED, 2, date(2026, 5, 3)),
        ),
        ("UPDATE audit_entries SET token = 'aa' WHERE seq = 1", LogCheck(False, Fault.CHANGED, 1, DAY)),
        ("UPDATE audit_entries SET seal = 'aa' WHERE seq = 5", LogCheck(False, Fault.CHANGED, 5, DAY)),
        ("DELETE FROM audit_entries WHERE seq = 3", LogCheck(False, Fault.MISSING, 3, DAY)),
        ("DELETE FROM audit_entries WHERE seq <= 2", LogCheck(False, Fault.MISSING, 1, DAY)),
        ("DELETE FROM audit_entries WHERE seq >= 5", LogCheck(False, Fault.CUT_OFF, 5)),
        ("DELETE FROM audit_entries", LogCheck(False, Fault.CUT_OFF, 1)),
        ("DELETE FROM audit_ends WHERE name = 'head'", LogCheck(False, Fault.CUT_OFF, 7)),
        ("UPDATE audit_ends SET signature = 'aa'", LogCheck(False, Fault.CUT_OFF, 7)),
        (
            "INSERT INTO audit_ends (name, seq, seal, signature) VALUES ('anchor', 2, 'aa', 'aa')",
            LogCheck(False, Fault.START, 1),
        ),
    ],
)
def test_the_first_line_that_is_not_as_it_was_is_named_and_stays_named(
    logged: VaultStore, sql: str, found: LogCheck
) -> None:
    run(logged, sql)
    assert logged.verify_log() == found
    logged.write_log(Action.OPENED, DAY)  # a later line heals nothing
    later = logged.verify_log()
    assert not later.is_whole
    assert later.number == found.number


def test_a_log_cut_short_with_a_head_made_to_fit_is_noticed_for_good(logged: VaultStore) -> None:
    (seal,) = logged._database.rows("SELECT seal FROM audit_entries WHERE seq = 4")[0]
    run(logged, "DELETE FROM audit_entries WHERE seq > 4")
    run(logged, "UPDATE audit_ends SET seq = 4, seal = ? WHERE name = 'head'", str(seal))
    assert logged.verify_log().fault is Fault.CUT_OFF
    logged.write_log(Action.OPENED, DAY)
    assert logged.verify_log().fault is Fault.MISSING


def test_two_lines_that_changed_places_are_noticed(logged: VaultStore) -> None:
    for before, after in ((2, 100), (3, 2), (100, 3)):
        run(logged, "UPDATE audit_entries SET seq = ? WHERE seq = ?", after, before)
    assert logged.verify_log().number == 2


def test_old_lines_roll_off_and_the_chain_stays_whole(vault: VaultStore) -> None:
    for day in range(0, 400, 10):
        vault.write_log(Action.OPENED, DAY + timedelta(days=day))
        assert vault.verify_log().is_whole
    days = [entry.on for entry in vault.log_entries()]
    assert min(days) == max(days) - timedelta(days=KEPT_DAYS)
    assert vault.log_entries()[0].number > 1


def test_after_rolling_off_a_missing_beginning_still_shows(vault: VaultStore) -> None:
    for day in range(0, 200, 10):
        vault.write_log(Action.OPENED, DAY + timedelta(days=day))
    first = vault.log_entries()[0].number
    run(vault, "DELETE FROM audit_entries WHERE seq = ?", first)
    assert (vault.verify_log().fault, vault.verify_log().number) == (Fault.MISSING, first)
    run(vault, "DELETE FROM audit_ends WHERE name = 'anchor'")
    assert vault.verify_log().number == 1


def test_what_is_broken_never_rolls_off(logged: VaultStore) -> None:
    run(logged, "UPDATE audit_entries SET action = 'opened' WHERE seq = 3")
    logged.write_log(Action.OPENED, DAY + timedelta(days=500))
    assert logged.verify_log() == LogCheck(False, Fault.CHANGED, 3, DAY)


def test_a_clock_set_back_erases_nothing_and_one_set_far_ahead_pins_nothing(vault: VaultStore) -> None:
    vault.write_log(Action.OPENED, DAY)
    vault.write_log(Action.EXPORTED, DAY - timedelta(days=4000))
    assert len(vault.log_entries()) == 2
    vault.write_log(Action.OPENED, DAY)
    assert len(vault.log_entries()) == 3
    later = create_memory_vault()
    later.write_log(Action.OPENED, DAY + timedelta(days=9000))
    later.write_log(Action.OPENED, DAY)
    later.write_log(Action.OPENED, DAY + timedelta(days=KEPT_DAYS + 1))
    assert [entry.number for entry in later.log_entries()] == [3]
    assert later.verify_log().is_whole
    later.close()


def test_a_line_is_kept_with_its_action_or_not_at_all(vault: VaultStore, case: Case) -> None:
    def half() -> None:
        with vault.together():
            vault.put_draft(case.id, "q", "half")
            vault.write_log(Action.ERASED, DAY)
            raise Defect("stopped")

    with pytest.raises(Defect, match="stopped"):
        half()
    assert (vault.drafts(case.id), vault.log_entries()) == ({}, ())
    assert vault.verify_log().is_whole


def test_the_key_of_the_log_is_not_the_data_key_and_is_wiped_on_closing(vault: VaultStore) -> None:
    key = DataKey(bytearray(range(32)))
    one, other = key.subkey(b"one"), key.subkey(b"other")
    # RFC 5869 HKDF-SHA256 without salt, worked out with hmac and hashlib
    assert one.hex() == "cdac075405de95fb7dd48611b45ac046ab2c626e1f622b10b4698c17d4528d6c"
    assert one not in (other, key.material())
    assert any(vault._database.log_key)
    vault.close()
    assert not any(vault._database.log_key)


def test_after_a_new_data_key_the_log_is_sealed_anew(logged: VaultStore) -> None:
    logged.write_log(Action.OPENED, DAY + timedelta(days=KEPT_DAYS + 1))  # so that there is a signed beginning too
    logged.write_log(Action.COPY_MADE, DAY + timedelta(days=KEPT_DAYS + 1))
    former = bytearray(logged._database.log_key)
    logged._database.log_key = DataKey(bytearray(range(32))).subkey(LOG_LABEL)
    assert logged.verify_log().fault is Fault.START
    AuditLog(logged._database).reseal(former)
    assert logged.verify_log() == LogCheck()
    logged.write_log(Action.STAFF_CHANGED, DAY + timedelta(days=KEPT_DAYS + 1))
    assert logged.verify_log() == LogCheck()


@pytest.mark.parametrize(
    ("sql", "number"),
    [
        ("UPDATE audit_entries SET staff_code = 'K9' WHERE seq = 4", 4),
        ("DELETE FROM audit_entries WHERE seq = 2", 2),
        ("DELETE FROM audit_entries WHERE seq > 4", 5),
    ],
)
def test_sealing_anew_heals_no_fault(logged: VaultStore, sql: str, number: int) -> None:
    run(logged, sql)
    former = bytearray(logged._database.log_key)
    logged._database.log_key = DataKey(bytearray(range(32))).subkey(LOG_LABEL)
    AuditLog(logged._database).reseal(former)
    assert logged.verify_log().number == number
    assert not logged.verify_log().is_whole
