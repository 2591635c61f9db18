"""What an error of the database library means to the person at the desk."""

from __future__ import annotations

import os
from pathlib import Path

from intake.errors import Defect, Mishap
from intake.vault import mishaps, sqlcipher


def meaning(error: Exception, path: Path, *, writing: bool) -> Mishap | Defect:
    """What an error of the library means to the person; its text stays behind."""
    code = sqlcipher.error_code(error)
    if code in {sqlcipher.BUSY, sqlcipher.LOCKED}:
        return mishaps.vault_in_use()
    if code == sqlcipher.FULL:
        return mishaps.disk_full()
    if code == sqlcipher.NOMEM:
        return mishaps.too_little_memory()
    if code in {sqlcipher.IOERR, sqlcipher.CANTOPEN, sqlcipher.READONLY, sqlcipher.CORRUPT, sqlcipher.NOTADB}:
        return _disk_meaning(code, path, writing=writing)
    return Defect(
        f"the records refused a statement ({getattr(error, 'sqlite_errorname', None) or type(error).__name__})"
    )


def _disk_meaning(code: int, path: Path, *, writing: bool) -> Mishap:
    try:
        return _file_meaning(code, path, writing=writing)
    except OSError as error:
        return mishaps.from_os_error(error, writing=writing)


def _file_meaning(code: int, path: Path, *, writing: bool) -> Mishap:
    if not path.parent.exists():
        return mishaps.folder_missing()
    if code in {sqlcipher.CORRUPT, sqlcipher.NOTADB} or not path.exists():
        return mishaps.records_damaged()
    if code in {sqlcipher.READONLY, sqlcipher.CANTOPEN}:
        return mishaps.vault_read_only()
    if not os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        # taking the lock of a file that may not be written ends as a mere input error
        return mishaps.vault_read_only()
    return mishaps.disk_full() if writing else mishaps.disk_trouble()
