"""For any choice and any number typed: exactly what was chosen goes, or nothing does."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake.actions.erasing.erase_several import erase_several
from intake.actions.erasing.typed_count import is_count
from intake.actions.session import OpenVault
from intake.clock import Clock
from intake.content import Content
from intake.errors import Mishap
from intake.vault.memory_vault import create_memory_vault

ZEROS = "0\u0660\u06f0\u0966\uff10"  # Latin, Arabic, Persian, Devanagari, full width
SPACE = st.text(alphabet=" \t\n\u00a0\u2003", max_size=3)
REPORTS = st.sets(st.integers(min_value=0, max_value=4))


@given(count=st.integers(min_value=1, max_value=10**6), zero=st.sampled_from(ZEROS), before=SPACE, after=SPACE)
def test_the_number_counts_in_any_script_with_space_around_it(count: int, zero: str, before: str, after: str) -> None:
    written = "".join(chr(ord(zero) + int(digit)) for digit in str(count))
    assert is_count(f"{before}{written}{after}", count)
    assert not is_count(f"{before}{written}{after}", count + 1)
    assert not is_count(f"{written} {written}", count)


@given(typed=st.text(), count=st.integers(min_value=-3, max_value=10**6))
def test_nothing_else_counts_and_nothing_typed_breaks_it(typed: str, count: int) -> None:
    if is_count(typed, count):
        assert int(typed.strip()) == count > 0


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chosen=REPORTS, held=REPORTS, typed=st.integers(min_value=0, max_value=5))
def test_exactly_the_chosen_reports_go_or_none(
    content: Content, clock: Clock, chosen: set[int], held: set[int], typed: int
) -> None:
    session = OpenVault(create_memory_vault(), content, clock)
    made = [session.store.new_case(clock.today()).id for _ in range(5)]
    for number in held:
        session.store.put_hold(made[number], clock.today())
    going = [made[number] for number in chosen]
    if going and typed == len(going) and not chosen & held:
        erase_several(session, going, str(typed))
        assert {line.id for line in session.store.cases()} == set(made) - set(going)
    else:
        with pytest.raises(Mishap, match=r"wrong_count|legal_hold"):
            erase_several(session, going, str(typed))
        assert {line.id for line in session.store.cases()} == set(made)
        assert session.store.tombstones() == ()
    session.store.close()
