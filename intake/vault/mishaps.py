"""What can go wrong with a vault that a person can mend: a stable code and three sentences each.

The screens look each sentence up, whole, in the language that they speak.
"""

from __future__ import annotations

import errno

from intake.errors import Mishap

_STILL_THERE = "Nothing has changed. All that was saved before is still there."
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NO_WRITING = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
_NO_NAME = frozenset({errno.ENAMETOOLONG, errno.ELOOP, errno.EILSEQ})
_GONE = frozenset({errno.ENOENT, errno.ENODEV, errno.ENXIO})


def no_vault() -> Mishap:
    """The folder is there, and holds no vault."""
    return Mishap(
        "no_vault",
        "There is no vault in this folder.",
        "Nothing was written here.",
        "Choose the folder that holds your vault, or make a new one.",
    )


def not_a_vault() -> Mishap:
    """The folder or file belongs to something else."""
    return Mishap(
        "not_a_vault",
        "What is in this place was not made by this program.",
        "Nothing here was changed.",
        "Choose the folder that holds your vault.",
    )


def folder_missing() -> Mishap:
    """The folder is not there, or the stick that holds it was pulled."""
    return Mishap(
        "folder_missing",
        "The folder of this vault is not there.",
        "All that was shown as saved is in that folder, wherever it is now.",
        "Plug in the disk or stick that holds it, or choose the folder again.",
    )


def folder_not_empty() -> Mishap:
    """A new vault was to be made on top of something."""
    return Mishap(
        "folder_not_empty",
        "This folder already holds something.",
        "What is in it was not changed, and no vault was made.",
        "Choose an empty folder or a new name.",
    )


def wrong_passphrase() -> Mishap:
    """The key file is whole and this passphrase opens none of its slots."""
    return Mishap(
        "wrong_passphrase",
        "This passphrase does not open the vault.",
        _STILL_THERE,
        "Check the caps lock and the keyboard language, then type it once more.",
    )


def key_file_damaged() -> Mishap:
    """The key file is gone, garbled or changed; the passphrase may well be right."""
    return Mishap(
        "vault_damaged",
        "The key file of this vault is broken or missing. Your passphrase is not the problem.",
        "The records are still here, locked, and were not touched.",
        "Put back your last copy: it brings the key file along. What is here now is kept beside it.",
    )


def records_damaged() -> Mishap:
    """The records are gone or cannot be read with the right key."""
    return Mishap(
        "vault_damaged",
        "The records of this vault are broken or missing. Your passphrase is right.",
        "What is left was not touched, and it is still locked.",
        "Put back your last copy, or read out what can still be read. What is here now is kept.",
    )


def vault_newer() -> Mishap:
    """A later version of the program wrote this."""
    return Mishap(
        "vault_newer",
        "This vault was last used with a newer version of this program.",
        _STILL_THERE,
        "Open it with the newer version, or bring this computer up to date.",
    )


def vault_in_use() -> Mishap:
    """Another copy of the program holds the lock."""
    return Mishap(
        "vault_in_use",
        "This vault is open in another window or on another computer.",
        _STILL_THERE,
        "Close it there, then try again here.",
    )


def vault_read_only() -> Mishap:
    """The disk or folder takes no writing."""
    return Mishap(
        "vault_read_only",
        "This vault is in a place that can be read but not written.",
        _STILL_THERE,
        "Move the folder to a disk that can be written, or switch off write protection, then open it again.",
    )


def disk_full() -> Mishap:
    """The disk took no more."""
    return Mishap(
        "disk_full",
        "The disk is full or did not take the last change.",
        "All that was saved before is still there. The last change was not saved.",
        "Make room on the disk, then save once more.",
    )


def disk_trouble() -> Mishap:
    """The disk does not answer as it should, and it is not a matter of room."""
    return Mishap(
        "disk_trouble",
        "The disk that holds this vault does not answer.",
        "All that was shown as saved was written before this.",
        "Check that the disk or stick is well plugged in, then open the vault again.",
    )


def not_private() -> Mishap:
    """Others on this computer can open the folder, and that cannot be mended from here."""
    return Mishap(
        "not_private",
        "Other people who use this computer can open this folder, and that could not be changed from here.",
        "The vault was not opened, and what is in it stays locked.",
        "Choose a folder of your own on this computer, or ask the person who looks after your computers.",
    )


def no_access() -> Mishap:
    """The account that runs the program may not read this."""
    return Mishap(
        "no_access",
        "This computer account may not read this folder.",
        _STILL_THERE,
        "Sign in with the account that made the vault, or choose another folder.",
    )


def place_unusable() -> Mishap:
    """The path is too long, leads in a circle, or holds what no file name may hold."""
    return Mishap(
        "place_unusable",
        "The name of this place is too long, or this computer cannot use it.",
        "Nothing was written there.",
        "Choose a folder with a shorter and plainer name.",
    )


def network_place() -> Mishap:
    """A drive that other computers reach as well: nothing there keeps two of them from opening one vault."""
    return Mishap(
        "network_place",
        "This folder lies on a network drive. Two computers could open the vault there at once and break it.",
        "Nothing was made.",
        "Choose a folder on this computer or on a stick. Copies may go to the network drive.",
    )


def too_little_memory() -> Mishap:
    """The key derivation found no room in memory."""
    return Mishap(
        "too_little_memory",
        "This computer has too little free memory to open the vault now.",
        _STILL_THERE,
        "Close other programs, then try again.",
    )


def from_os_error(error: OSError, *, writing: bool) -> Mishap:
    """The mishap behind an error of the file system. Its text, which names the path, is left behind."""
    if error.errno in _GONE:
        return folder_missing()
    if error.errno in _NO_NAME:
        return place_unusable()
    if error.errno in _NO_ROOM:
        return disk_full()
    if error.errno in _NO_WRITING:
        return vault_read_only() if writing else no_access()
    return disk_trouble()
