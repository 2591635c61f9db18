"""What lives in memory only goes with the report it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from intake.actions.session import OpenVault
from intake.errors import Mishap


@contextmanager
def forgetting(session: OpenVault, case_ids: Iterable[str]) -> Iterator[None]:
    """Forget after the erasing; also when the rows are gone and only the disk kept traces, but not when nothing went.

    Passes every Mishap on.
    """
    try:
        yield
    except Mishap as mishap:
        if mishap.code == "erase_unfinished":
            _forget(session, case_ids)
        raise
    _forget(session, case_ids)


def _forget(session: OpenVault, case_ids: Iterable[str]) -> None:
    for case_id in case_ids:
        session.forget_case(case_id)
