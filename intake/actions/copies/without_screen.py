"""The verbs of the headless program on a whole vault: each returns what is printed as one line of JSON."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from intake.actions.vault.freshness import in_words
from intake.actions.vault.write_log import log_in
from intake.clock import Clock
from intake.vault.audit.entry import Action
from intake.vault.backup.restore import restore
from intake.vault.backup.salvage import salvage
from intake.vault.backup.verify import prove
from intake.vault.freshness.mishaps import not_fresh
from intake.vault.vault_folder import open_vault_folder

# what is refused for safety, while nothing is wrong with the input itself
REFUSED = frozenset(
    {"copy_of_other_vault", "copy_same_place", "copy_place_in_vault", "folder_not_empty", "vault_in_use"}
)


def verify_vault(path: Path, passphrase: bytearray) -> Mapping[str, object]:
    """Check a vault or a copy from end to end. Raises Mishap; not_fresh when it is whole, but not as it was left."""
    proven = prove(path, passphrase)
    if proven.state.doubts:
        raise not_fresh(in_words(proven.state.doubts))
    return {"whole": True, "fresh": True, "cases": len(proven.contents.case_ids), "sha256": proven.sha256}


def backup_vault(path: Path, destination: Path, passphrase: bytearray, clock: Clock) -> Mapping[str, object]:
    """Make a proven copy of a closed vault. Raises Mishap."""
    with open_vault_folder(path, passphrase) as store:
        log_in(store, Action.OPENED, clock.today())
        line = store.make_copy(destination, clock.today())
        log_in(store, Action.COPY_MADE, clock.today())
    return {"copy": str(Path(line.place) / line.id), "cases": line.case_count, "sha256": line.sha256}


def restore_vault(source: Path, destination: Path, passphrase: bytearray, clock: Clock) -> Mapping[str, object]:
    """Put a copy in place. Raises Mishap."""
    done = restore(source, destination, passphrase, clock.today())
    return {"cases": done.case_count, "kept_aside": done.kept_aside, "cases_only_there": done.cases_only_there}


def salvage_vault(source: Path, destination: Path, passphrase: bytearray, clock: Clock) -> Mapping[str, object]:
    """Save what can be read of a broken vault into a new one. Raises Mishap."""
    done = salvage(source, destination, passphrase, clock)
    return {
        "damaged_pages": list(done.damaged_pages),
        "tables": [
            {"table": one.name, "saved": one.saved, "lost": one.lost, "lost_is_exact": one.is_lost_exact}
            for one in done.tables
        ],
        "cases_without_line": done.cases_without_line,
    }
