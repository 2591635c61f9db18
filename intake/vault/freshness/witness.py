"""What this computer remembers of a vault, outside its folder: an older copy of the whole folder shows against it.

One small signed file for each vault, in the person's own state folder; its name is a hash, it names nothing.
A computer that remembers nothing raises no alarm. Nothing here may hold up the work: what cannot be written is not.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

from intake.errors import Mishap
from intake.vault.freshness.signed_mark import Kept, read, written
from intake.vault.freshness.standing import Mark
from intake.vault.private_folder import make_private_folder, write_private_file

_MOST_BYTES = 16 * 1024
_MOST_BASES = 64


class Witness:
    """The file of one vault on this computer; ``folder`` is None where nothing is remembered."""

    def __init__(self, folder: Path | None, vault_id: str, key: bytearray, key_name: str) -> None:
        name = hashlib.sha256(b"forthright witness\0" + vault_id.encode("utf-8", "surrogatepass")).hexdigest()
        self._path = None if folder is None else folder / name
        self._key = key
        self._key_name = key_name
        self._bases: tuple[str, ...] = ()

    def read(self) -> Kept | None:
        """What is remembered; None where there is nothing, or nothing that can be read."""
        if self._path is None:
            return None
        try:
            with self._path.open("rb") as file:
                kept = read(file.read(_MOST_BYTES), self._key)
        except OSError:
            return None
        if kept is not None:
            self._bases = kept.bases
        return kept

    @property
    def is_kept(self) -> bool:
        """Whether this computer remembers anything at all."""
        return self._path is not None

    def put(self, mark: Mark) -> None:
        """Remember a state; the device of the mark is this one."""
        if self._path is None:
            return
        if mark.base not in self._bases:
            self._bases = (*self._bases, mark.base)[-_MOST_BASES:]
        with suppress(Mishap, OSError):
            make_private_folder(self._path.parent)
            write_private_file(self._path, written(self._key, self._key_name, mark, self._bases))
