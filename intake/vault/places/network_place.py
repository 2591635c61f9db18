"""Whether a folder lies on a network drive, where the lock that keeps two windows apart cannot be trusted.

Source: SQLite, "How To Corrupt An SQLite Database File", section 2.1 (file locks of network file systems).
"""

from __future__ import annotations

import sys
from pathlib import Path

_MOUNTS = Path("/proc/self/mountinfo")
_NETWORK = frozenset(
    {
        "afs", "ceph", "cifs", "davfs", "fuse.ceph", "fuse.davfs2", "fuse.glusterfs", "fuse.rclone", "fuse.sshfs",
        "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "smb3", "smbfs",
    }
)  # fmt: skip
_TYPE_AFTER = "-"  # in a line of mountinfo the type of the file system follows the lone hyphen (proc(5))
_PLACE = 4


def is_on_network(folder: Path, mounts: str | None = None) -> bool:
    """Told by the table of mounts (Linux) or by the name of the share (Windows); False where nothing tells.

    ``mounts`` is the text of ``/proc/self/mountinfo``; without it the system's own is read.
    """
    if sys.platform == "win32" and folder.drive.startswith("\\\\"):
        return True
    kinds = dict(_lines(_table() if mounts is None else mounts))
    for place in (folder, *folder.parents):
        if str(place) in kinds:
            return kinds[str(place)] in _NETWORK
    return False


def _table() -> str:
    try:
        return _MOUNTS.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _lines(mounts: str) -> list[tuple[str, str]]:
    """Place and type of each mount, later ones over earlier ones."""
    found = []
    for line in mounts.splitlines():
        words = line.split(" ")
        if _TYPE_AFTER in words[_PLACE:-1] and len(words) > _PLACE:
            place = words[_PLACE].replace("\\040", " ").replace("\\134", "\\")
            found.append((place, words[words.index(_TYPE_AFTER, _PLACE) + 1]))
    return found
