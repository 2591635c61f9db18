"""The lens and the gate of an open vault: with the words of its office, opened when first needed, gone when it locks.

Opening takes about a second: ask for them in a worker.
"""

from __future__ import annotations

from intake.actions.screening.local_words import local_words
from intake.actions.screening.open_lens import office_lens, open_gate
from intake.actions.session import OpenVault
from intake.screening.gate.gate import Gate
from intake.screening.lens import Lens


def desk_lens(session: OpenVault) -> Lens:
    """The lens. Raises BrokenContent or Mishap when it cannot be had whole: then the text is held."""
    if session.lens is None:
        session.lens = office_lens(session.shipped, local_words(session))
    return session.lens


def desk_gate(session: OpenVault) -> Gate:
    """The gate over that lens. Raises as ``desk_lens`` does."""
    if session.gate is None:
        session.gate = open_gate(session.shipped, desk_lens(session))
    return session.gate
