"""No vault is made on a network drive; one that lies there already can still be opened."""

from __future__ import annotations

from pathlib import Path

import pytest

from intake.clock import FixedClock
from intake.errors import Mishap
from intake.vault import vault_folder
from intake.vault.places.network_place import is_on_network
from intake.vault.vault_folder import create_vault_folder, open_vault_folder

from .conftest import MOMENT, OPENING_WORDS, TINY

MOUNTS = """\
22 1 0:21 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
30 22 0:40 / /mnt/office rw shared:9 - cifs //server/office rw,vers=3.0
31 22 0:41 / /mnt/two\\040words rw - nfs4 server:/share rw
32 30 0:42 / /mnt/office/stick rw shared:4 master:2 - vfat /dev/sdb1 rw
33 22 0:43 / /home/somebody/far rw - fuse.sshfs somebody@server: rw
this line is cut
"""


@pytest.mark.parametrize(
    ("place", "is_far"),
    [
        ("/home/somebody/vault", False),
        ("/mnt/office", True),
        ("/mnt/office/a/vault", True),
        ("/mnt/officer/vault", False),
        ("/mnt/two words/vault", True),
        ("/mnt/office/stick/vault", False),
        ("/home/somebody/far/vault", True),
    ],
)
def test_the_nearest_mount_says_what_the_place_is(place: str, is_far: bool) -> None:
    assert is_on_network(Path(place), MOUNTS) == is_far


def test_where_nothing_tells_nobody_is_held_up(tmp_path: Path) -> None:
    assert not is_on_network(tmp_path, "")
    assert not is_on_network(tmp_path)


def test_no_vault_is_made_there_and_one_that_is_there_still_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, words = tmp_path / "vault", bytearray(OPENING_WORDS)
    create_vault_folder(place, words, FixedClock(MOMENT), TINY).close()
    monkeypatch.setattr(vault_folder, "is_on_network", lambda _: True)
    with pytest.raises(Mishap, match="network_place") as caught:
        create_vault_folder(tmp_path / "other", words, FixedClock(MOMENT), TINY)
    assert "Copies may go to the network drive." in caught.value.what_to_do
    assert not (tmp_path / "other").exists()
    open_vault_folder(place, words).close()
