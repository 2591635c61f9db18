"""What can go wrong with keys, staff and recovery words: a stable code and three sentences each."""

from __future__ import annotations

from intake.errors import Mishap

_AS_BEFORE = "Nothing has changed. All that was saved before is still there."
_TYPE_AGAIN = "Look at the paper and type it once more."


def header_changed() -> Mishap:
    """A slot opens, and the seal over the whole key file does not fit."""
    return Mishap(
        "header_changed",
        "The key file of this vault was changed by something other than this program. Your passphrase is right.",
        "The vault was not opened. The records are still here, locked.",
        "Ask who else can reach this folder. Then put the key file back from your newest copy.",
    )


def key_not_proven() -> Mishap:
    """What was just written does not open the vault when it is read back."""
    return Mishap(
        "key_not_proven",
        "The new key file could not be read back from the disk as it was written.",
        "The old key file is still in its place and opens as before.",
        "Check that the disk is well, then try once more.",
    )


def practice_has_no_keys() -> Mishap:
    """A training vault lives in memory and has no key file."""
    return Mishap(
        "practice_has_no_keys",
        "This is a practice vault. It has no keys to change.",
        "Nothing has changed.",
        "Open your own vault to do this.",
    )


def supervisor_needed() -> Mishap:
    """An advocate asked for something that only a supervisor may do."""
    return Mishap(
        "supervisor_needed",
        "Only a supervisor may do this.",
        "Nothing has changed.",
        "Ask a supervisor to open the vault and do it.",
    )


def way_back_first() -> Mishap:
    """A supervisor wants the first report of a vault whose recovery words were never made or never tried."""
    return Mishap(
        "way_back_first",
        "This vault has no way back in yet. A lost passphrase would lose every report in it.",
        "There are no reports yet, so nothing is lost.",
        "Make recovery words and try them once. Then start the report.",
    )


def way_back_by_supervisor() -> Mishap:
    """The same, for somebody who may not make the words."""
    return Mishap(
        "way_back_by_supervisor",
        "This vault has no way back in yet. A lost passphrase would lose every report in it.",
        "There are no reports yet, so nothing is lost.",
        "Ask a supervisor to make recovery words and to try them. It takes five minutes.",
    )


def bad_staff_code() -> Mishap:
    """The code is no code."""
    return Mishap(
        "bad_staff_code",
        "This is no staff code.",
        "Nothing has changed.",
        "Use two to six letters A to Z or digits. Take no name.",
    )


def staff_code_taken() -> Mishap:
    """The code is in use."""
    return Mishap(
        "staff_code_taken",
        "There is somebody with this staff code already.",
        "Nothing has changed.",
        "Choose another code.",
    )


def passphrase_taken() -> Mishap:
    """The new passphrase already opens a slot, so the vault could not tell who is there."""
    return Mishap(
        "passphrase_taken",
        "This passphrase is in use already.",
        "Nothing has changed.",
        "Choose another one. Every person needs their own.",
    )


def too_many_staff() -> Mishap:
    """Trying one more slot would make unlocking too slow."""
    return Mishap(
        "too_many_staff",
        "This vault holds as many people as it can.",
        "Nothing has changed.",
        "Remove somebody who has left, then add the new person.",
    )


def no_such_staff() -> Mishap:
    """Nobody has this code."""
    return Mishap(
        "no_such_staff",
        "There is nobody with this staff code.",
        "Nothing has changed.",
        "Look at the list of staff and choose a code from it.",
    )


def cannot_remove_yourself() -> Mishap:
    """A supervisor tried to remove the slot that is open."""
    return Mishap(
        "cannot_remove_yourself",
        "You cannot remove yourself.",
        "Nothing has changed.",
        "Ask another supervisor to remove you.",
    )


def removed_open_again() -> Mishap:
    """The new key counts already; only the last step has to be done at the next unlocking."""
    return Mishap(
        "removed_open_again",
        "The person is removed. The disk did not let the vault go on at once.",
        "All that was saved is there, under the new key.",
        "Lock the vault now and open it again.",
    )


def staff_must_open_first() -> Mishap:
    """A slot of an older form cannot be given the new key while its owner is away."""
    return Mishap(
        "staff_must_open_first",
        "Somebody on the list has not changed their passphrase since this program was brought up to date.",
        "Nothing has changed.",
        "Let each person change their passphrase once, then try again.",
    )


def no_second_person() -> Mishap:
    """Two people are asked for, and only one has a passphrase."""
    return Mishap(
        "no_second_person",
        "This takes two people, and only one has a passphrase for this vault.",
        "Nothing has changed.",
        "Add a second person on the desk, under Keys.",
    )


def second_needed() -> Mishap:
    """The rule of two people is on, and no second person typed anything."""
    return Mishap(
        "second_needed",
        "This takes two people.",
        "Nothing has changed.",
        "Ask a colleague to come and type their own passphrase.",
    )


def second_is_you() -> Mishap:
    """The person at the desk typed their own passphrase once more."""
    return Mishap(
        "second_is_you",
        "This is your own passphrase.",
        "Nothing has changed.",
        "Ask a colleague to come and type theirs.",
    )


def second_unknown() -> Mishap:
    """No slot opens: mistyped, or the second person was removed meanwhile."""
    return Mishap(
        "second_unknown",
        "The second passphrase opens nothing here. It may be mistyped, or that person was removed.",
        "Nothing has changed.",
        "Let your colleague type it once more, or ask somebody else.",
    )


def no_recovery() -> Mishap:
    """The vault has no recovery slot."""
    return Mishap(
        "no_recovery",
        "No recovery words were ever made for this vault.",
        _AS_BEFORE,
        "Ask another person who has a passphrase for this vault.",
    )


def recovery_word_unknown(share: int, word: int) -> Mishap:
    """A word that is in no list; it is named by its place and never repeated."""
    return Mishap(
        "recovery_word_unknown",
        "Word {word} of paper {paper} is not a recovery word.",
        _AS_BEFORE,
        _TYPE_AGAIN,
        word=str(word),
        paper=str(share),
    )


def recovery_words_missing(share: int, found: int, wanted: int) -> Mishap:
    """Too few or too many words."""
    return Mishap(
        "recovery_words_missing",
        "Paper {paper} has {wanted} words. You typed {found}.",
        _AS_BEFORE,
        _TYPE_AGAIN,
        paper=str(share),
        wanted=str(wanted),
        found=str(found),
    )


def recovery_mistyped(share: int) -> Mishap:
    """All words are in the list, and their checksum does not fit."""
    return Mishap(
        "recovery_mistyped",
        "One word of paper {paper} is not the right one, or two words changed places.",
        _AS_BEFORE,
        _TYPE_AGAIN,
        paper=str(share),
    )


def recovery_share_twice() -> Mishap:
    """The same share was given twice."""
    return Mishap(
        "recovery_share_twice",
        "You typed the same paper twice.",
        _AS_BEFORE,
        "Type the words of another paper.",
    )


def recovery_too_few(missing: int) -> Mishap:
    """More shares are needed."""
    return Mishap(
        "recovery_too_few",
        "One more paper is needed." if missing == 1 else "{count} more papers are needed.",
        _AS_BEFORE,
        "Ask the people who keep the other papers.",
        count=str(missing),
    )


def recovery_not_together() -> Mishap:
    """Shares of two different sheets."""
    return Mishap(
        "recovery_not_together",
        "These papers do not belong together.",
        _AS_BEFORE,
        "Use papers that were made on the same day for this vault.",
    )


def recovery_other_vault() -> Mishap:
    """Whole words, and no slot of this vault that they open."""
    return Mishap(
        "recovery_other_vault",
        "These words belong to another vault, or to an older paper that has been replaced.",
        _AS_BEFORE,
        "Look for the newest paper of this vault.",
    )
