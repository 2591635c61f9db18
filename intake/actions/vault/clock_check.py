"""Whether the clock of this computer was set back: then the days of reports and permissions would be wrong."""

from __future__ import annotations

from datetime import date, timedelta

from intake.actions.session import OpenVault

_ZONES = timedelta(days=1)  # a vault on a stick may come from a computer whose day is a day ahead


def day_the_clock_misses(session: OpenVault) -> date | None:
    """The newest day that stands in this vault, where the clock says an earlier one; None when all is well."""
    days = [line.last_touched_on for line in session.store.cases()]
    for copy in session.store.copies():
        days += [copy.made_on, copy.checked_on]
    days += [entry.on for entry in session.store.log_entries()]
    newest = max(days, default=None)
    return newest if newest is not None and newest > session.clock.today() + _ZONES else None
