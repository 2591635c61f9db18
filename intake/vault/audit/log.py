"""Write a line, read the lines, check the chain, let old lines roll off."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import date, timedelta

from intake.vault.audit.entry import KEPT_DAYS, Action, Fault, LogCheck, LogEntry
from intake.vault.audit.seals import FIRST_SEAL, seal_of, signature_of
from intake.vault.database import Database
from intake.vault.keyed_hash import same

_TOKEN_BYTES = 8


@dataclass(frozen=True, slots=True)
class _End:
    number: int
    seal: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Sealed:
    entry: LogEntry
    seal: str = field(repr=False)


class AuditLog:
    """The log of one vault. ``write`` inside a transaction is a part of it: both are kept or neither is."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def write(self, action: Action, on: date, *, staff_code: str = "", case_id: str | None = None) -> str:
        """Add a line and return its token: that of the report, or a fresh one where no single report is meant."""
        with self._database.transaction():
            token = secrets.token_hex(_TOKEN_BYTES) if case_id is None else self.token(case_id)
            last = self._last_end()
            entry = LogEntry(last.number + 1, str(action), staff_code, on, token)
            seal = seal_of(self._database.log_key, last.seal, entry)
            self._database.rows(
                "INSERT INTO audit_entries (seq, action, staff_code, on_day, token, seal) VALUES (?, ?, ?, ?, ?, ?)",
                (entry.number, entry.action, entry.staff_code, entry.on.isoformat(), entry.token, seal),
            )
            self._put_end("head", _End(entry.number, seal))
            self._roll_off(on)
        return token

    def token(self, case_id: str) -> str:
        """The random token that stands for a report in the log; made when it is first needed."""
        row = self._database.row("SELECT token FROM record_tokens WHERE case_id = ?", (case_id,))
        if row:
            return str(row[0])
        token = secrets.token_hex(_TOKEN_BYTES)
        with self._database.transaction():
            self._database.rows("INSERT INTO record_tokens (case_id, token) VALUES (?, ?)", (case_id, token))
        return token

    def entries(self) -> tuple[LogEntry, ...]:
        """Every line there is, the oldest first."""
        return tuple(sealed.entry for sealed in self._sealed())

    def verify(self) -> LogCheck:
        """Check every seal, the order, and both ends; names the first line that is not as it was written."""
        lines = self._sealed()
        if not lines and not self._database.rows("SELECT 1 FROM audit_ends"):
            return LogCheck()  # nothing was ever logged
        anchor = self._anchor()
        if anchor is None:
            return LogCheck(is_whole=False, fault=Fault.START, number=lines[0].entry.number if lines else 0)
        broken, end = self._walk(anchor, lines)
        if broken is not None:
            return broken
        head = self._end("head")
        if head is None or head.number != end.number or not same(head.seal, end.seal):
            return LogCheck(is_whole=False, fault=Fault.CUT_OFF, number=end.number + 1)
        return LogCheck()

    def reseal(self, former_key: bytearray) -> None:
        """Seal the log anew after the vault got another data key; ``former_key`` is the log key of the earlier one.

        Only what was whole under the former key is sealed; a fault, and all that follows it, keeps showing.
        """
        with self._database.transaction():
            lines = self._sealed()
            anchor = self._anchor(former_key)
            head = self._end("head", former_key)
            if anchor is None or not lines:
                return
            _, end = self._walk(anchor, lines, former_key)
            now = anchor
            for line in lines:
                if line.entry.number > end.number:
                    break
                now = _End(line.entry.number, seal_of(self._database.log_key, now.seal, line.entry))
                self._database.rows("UPDATE audit_entries SET seal = ? WHERE seq = ?", (now.seal, now.number))
            if anchor.number:
                self._put_end("anchor", anchor)
            if head == end:
                self._put_end("head", now)

    def _walk(
        self, start: _End, lines: tuple[_Sealed, ...], key: bytearray | None = None
    ) -> tuple[LogCheck | None, _End]:
        """Follow the chain; the first fault, if any, and the last line that is as it was."""
        key = key or self._database.log_key
        end = start
        for line in lines:
            entry = line.entry
            if entry.number != end.number + 1:
                return LogCheck(is_whole=False, fault=Fault.MISSING, number=end.number + 1, on=entry.on), end
            if not same(seal_of(key, end.seal, entry), line.seal):
                return LogCheck(is_whole=False, fault=Fault.CHANGED, number=entry.number, on=entry.on), end
            end = _End(entry.number, line.seal)
        return None, end

    def _roll_off(self, today: date) -> None:
        """Drop what is too old and sign the new beginning; what is broken stays, so that it keeps showing.

        A day that lies in the future is a clock that was wrong: such a line goes with the old ones after it.
        """
        oldest = today - timedelta(days=KEPT_DAYS)
        anchor = self._anchor()
        if anchor is None:
            return
        going: list[_Sealed] = []
        last_old = 0
        for line in self._sealed():
            if oldest <= line.entry.on <= today:
                break
            going.append(line)
            last_old = len(going) if line.entry.on < oldest else last_old
        broken, end = self._walk(anchor, tuple(going[:last_old]))
        if broken is None and last_old:
            self._database.rows("DELETE FROM audit_entries WHERE seq <= ?", (end.number,))
            self._put_end("anchor", end)

    def _sealed(self) -> tuple[_Sealed, ...]:
        rows = self._database.rows(
            "SELECT seq, action, staff_code, on_day, token, seal FROM audit_entries ORDER BY seq"
        )
        return tuple(
            _Sealed(
                LogEntry(int(number or 0), str(action), str(staff), date.fromisoformat(str(on)), str(token)), str(seal)
            )
            for number, action, staff, on, token, seal in rows
        )

    def _anchor(self, key: bytearray | None = None) -> _End | None:
        """Where the log begins; None when somebody touched it."""
        if not self._database.rows("SELECT 1 FROM audit_ends WHERE name = 'anchor'"):
            return _End(0, FIRST_SEAL)
        return self._end("anchor", key)

    def _last_end(self) -> _End:
        """What the next line follows. Where the head was touched, a number is left out, so that the gap shows."""
        head = self._end("head")
        if head is not None:
            return head
        last = self._database.row("SELECT max(seq) FROM audit_entries")
        touched = self._database.row("SELECT max(seq) FROM audit_ends")
        known = [int(row[0]) for row in (last, touched) if row and row[0] is not None]
        return _End(max(known) + 1, FIRST_SEAL) if known else _End(0, FIRST_SEAL)

    def _end(self, name: str, key: bytearray | None = None) -> _End | None:
        """One end of the log, if its signature holds."""
        row = self._database.row("SELECT seq, seal, signature FROM audit_ends WHERE name = ?", (name,))
        if row is None:
            return None
        end = _End(int(row[0] or 0), str(row[1]))
        is_ours = same(signature_of(key or self._database.log_key, name, end.number, end.seal), str(row[2]))
        return end if is_ours else None

    def _put_end(self, name: str, end: _End) -> None:
        signature = signature_of(self._database.log_key, name, end.number, end.seal)
        self._database.rows(
            "INSERT INTO audit_ends (name, seq, seal, signature) VALUES (?, ?, ?, ?) ON CONFLICT (name) DO UPDATE "
            "SET seq = excluded.seq, seal = excluded.seal, signature = excluded.signature",
            (name, end.number, end.seal, signature),
        )
