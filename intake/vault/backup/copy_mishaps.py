"""What can go wrong with a copy, in three sentences each. The open vault is never touched by any of it."""

from __future__ import annotations

from intake.errors import Mishap

_NO_COPY = "Your vault is as it was. No copy was made."
_NOTHING_PUT_BACK = "Nothing was put back. What was there before has not changed."


def place_gone() -> Mishap:
    """The destination is not there, or the stick was pulled."""
    return Mishap(
        "copy_place_gone",
        "The place for the copy is not there.",
        _NO_COPY,
        "Plug in the stick or disk, or choose another folder, then make the copy again.",
    )


def place_full() -> Mishap:
    """The destination took no more."""
    return Mishap(
        "copy_place_full",
        "There is not enough room in the place for the copy.",
        _NO_COPY,
        "Make room there, or choose another folder, then make the copy again.",
    )


def place_read_only() -> Mishap:
    """The destination takes no files."""
    return Mishap(
        "copy_place_read_only",
        "The place for the copy takes no files.",
        _NO_COPY,
        "Switch off write protection, or choose another folder.",
    )


def place_trouble() -> Mishap:
    """The destination does not answer as it should, or gave back something else than was written."""
    return Mishap(
        "copy_not_proven",
        "The copy could not be read back as it should, so it was thrown away.",
        _NO_COPY,
        "Try once more. If it happens again, use another stick or disk.",
    )


def place_in_vault() -> Mishap:
    """The destination is the vault itself or lies in it."""
    return Mishap(
        "copy_place_in_vault",
        "This folder belongs to the vault itself.",
        _NO_COPY,
        "Choose a folder on another disk or stick, so that one accident cannot take both.",
    )


def practice_has_no_copies() -> Mishap:
    """A training vault was to be copied."""
    return Mishap(
        "practice_has_no_copies",
        "In practice there is nothing to copy.",
        "Practice lives in memory and is gone when you close the program.",
        "Open your own vault to make a copy of it.",
    )


def copy_damaged() -> Mishap:
    """A copy that is not whole: it must never be called good."""
    return Mishap(
        "copy_damaged",
        "This copy is broken. Do not count on it.",
        "The copy was not changed, and your vault was not touched.",
        "Make a new copy, on another stick or disk if you can.",
    )


def copy_differs() -> Mishap:
    """Whole, and not the bytes that were written when the copy was made."""
    return Mishap(
        "copy_differs",
        "This copy was changed after it was made. Do not count on it.",
        "The copy was not touched, and your vault was not touched.",
        "Make a new copy, and find out who had the old one.",
    )


def another_vault() -> Mishap:
    """A copy of another vault was to be checked here."""
    return Mishap(
        "copy_of_other_vault",
        "This is a copy of another vault.",
        "It was not changed, and your vault was not touched.",
        "Open that vault to check its copies, or choose a copy of this one.",
    )


def needs_passphrase() -> Mishap:
    """The copy is under other keys than the open vault: an older one, from before somebody left."""
    return Mishap(
        "copy_needs_passphrase",
        "This copy was made under other keys, so it takes a passphrase to look at it.",
        "The copy was not changed, and your vault was not touched.",
        "Type the passphrase that was yours when the copy was made, then check it again.",
    )


def other_vault() -> Mishap:
    """A copy of one vault was to replace another vault."""
    return Mishap(
        "copy_of_other_vault",
        "This is a copy of another vault than the one in that folder.",
        _NOTHING_PUT_BACK,
        "Choose an empty folder for it, or choose the right copy.",
    )


def same_place() -> Mishap:
    """Source and destination are the same, or one lies in the other."""
    return Mishap(
        "copy_same_place",
        "The copy and the folder for the vault are the same, or one lies in the other.",
        _NOTHING_PUT_BACK,
        "Choose another folder.",
    )


_AT_THE_PLACE = {
    "folder_missing": place_gone,
    "disk_full": place_full,
    "vault_read_only": place_read_only,
    "no_access": place_read_only,
    "disk_trouble": place_trouble,
    "vault_in_use": place_trouble,
    "vault_damaged": place_trouble,
}


def at_the_place(mishap: Mishap) -> Mishap:
    """The same trouble in the words of somebody who is making a copy."""
    known = _AT_THE_PLACE.get(mishap.code)
    return known() if known else mishap


_OF_THE_COPY = {"vault_damaged": copy_damaged, "header_changed": copy_differs}


def of_the_copy(mishap: Mishap) -> Mishap:
    """The same trouble in the words of somebody who is looking at a copy."""
    known = _OF_THE_COPY.get(mishap.code)
    return known() if known else mishap


def _putting_back(code: str, what_happened: str, what_to_do: str) -> Mishap:
    return Mishap(code, what_happened, _NOTHING_PUT_BACK, what_to_do)


_NO_COPY_HERE = (
    "There is no copy in this folder.",
    "Choose the folder of the copy. Its name starts with copy and a day.",
)
_IN_PUTTING_BACK = {
    "wrong_passphrase": (
        "This passphrase does not open the copy.",
        "Type the passphrase that was yours on the day of the copy. Check the caps lock and the keyboard language.",
    ),
    "no_vault": _NO_COPY_HERE,
    "not_a_vault": _NO_COPY_HERE,
    "folder_missing": (
        "The folder of the copy or the place for the vault is not there.",
        "Plug in the stick or disk, or choose the folder again.",
    ),
    "copy_damaged": ("This copy is broken. Do not count on it.", "Choose another copy, if there is an older one."),
    "copy_differs": (
        "This copy was changed after it was made. Do not count on it.",
        "Choose another copy, if there is an older one.",
    ),
    "disk_full": (
        "There is not enough room to put the copy back.",
        "Make room on that disk, or choose another place for the vault.",
    ),
    "vault_read_only": (
        "The place for the vault takes no files.",
        "Switch off write protection, or choose another place for the vault.",
    ),
    "vault_in_use": (
        "The vault or the copy is open in another window.",
        "Close it there, then try again here.",
    ),
    "folder_not_empty": ("The place for the vault holds something else.", "Choose another place for the vault."),
    "disk_trouble": ("The stick or the disk does not answer.", "Check that it is well plugged in, then try again."),
}


def in_putting_back(mishap: Mishap) -> Mishap:
    """The same trouble in the words of somebody who puts a copy back."""
    known = _IN_PUTTING_BACK.get(mishap.code)
    return _putting_back(mishap.code, *known) if known else mishap


_NOT_READ_OUT = "The broken vault was not touched, and no new one was made."
_IN_READING_OUT = {
    "vault_damaged": (
        "Nothing can be read out: the key file or the first page of the records is broken.",
        "Put back your last copy instead.",
    ),
    "folder_not_empty": ("The place for the new vault holds something else.", "Choose another place."),
    "copy_same_place": ("The new vault cannot lie in the broken one.", "Choose another place."),
    "disk_full": ("There is not enough room for the new vault.", "Make room on that disk, or choose another place."),
    "vault_read_only": ("The place for the new vault takes no files.", "Choose another place."),
    "disk_trouble": ("The stick or the disk does not answer.", "Check that it is well plugged in, then try again."),
}


def in_reading_out(mishap: Mishap) -> Mishap:
    """The same trouble in the words of somebody who reads out a broken vault."""
    known = _IN_READING_OUT.get(mishap.code)
    return Mishap(mishap.code, known[0], _NOT_READ_OUT, known[1]) if known else mishap


def copy_is_newer() -> Mishap:
    """The vault is an earlier state of this copy: somebody put the vault back."""
    return Mishap(
        "copy_is_newer",
        "This copy is newer than the vault that is open. The vault was put back to an older state.",
        "The copy is whole. Nothing was changed.",
        "Keep this copy. To have its newer changes, put it back in place of the vault.",
    )


def copy_forked() -> Mishap:
    """Both went on from one state, each in its own way."""
    return Mishap(
        "copy_forked",
        "This copy and the vault that is open hold different changes.",
        "The copy is whole. Nothing was changed.",
        "Keep both. Ask the person who looks after your computers which one you need.",
    )
