"""A recovery secret as words on paper and back: SLIP-0039, by the library of its authors.

One paper (1 of 1) or three of which any two are enough. The words carry a checksum that finds up to three wrong words,
the number of their sheet, and which share they are; what was typed never stands in an error.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from intake.errors import Defect
from intake.vault.slots import key_mishaps
from intake.vault.slots.recovery_slot import SECRET_BYTES
from intake.vault.slots.wiping import wipe_handed_over

if TYPE_CHECKING:
    from shamir_mnemonic import Share

WORDS_OF_A_PAPER = 20
ONE_PAPER, TWO_OF_THREE = (1, 1), (2, 3)
_LETTERS_ENOUGH = 4  # the first four letters tell every word of the list from every other
_NOT_A_LETTER = re.compile(r"[^a-z]+")
_LONGEST_TYPED = 4000


@dataclass(frozen=True, slots=True)
class Papers:
    """The words to be written down, one tuple for each paper, and the number that stands in all of them."""

    papers: tuple[tuple[str, ...], ...] = field(repr=False)
    number: int
    needed: int


def make_papers(secret: bytearray, form: tuple[int, int]) -> Papers:
    """The words of a secret, on one paper or as shares."""
    from shamir_mnemonic import EncryptedMasterSecret, split_ems

    if len(secret) != SECRET_BYTES:
        raise Defect("a recovery secret has another length")
    number = secrets.randbits(15)
    # the cheapest stretching: it belongs to a passphrase of SLIP-0039, and there is none
    master = EncryptedMasterSecret.from_master_secret(bytes(secret), b"", number, extendable=True, iteration_exponent=0)
    (shares,) = split_ems(1, [form], master)
    return Papers(tuple(tuple(share.words()) for share in shares), number, form[0])


def read_papers(typed: Sequence[str], number_of_vault: Sequence[int] = ()) -> tuple[int, bytearray]:
    """The number and the secret behind what was typed, one text for each paper.

    With ``number_of_vault`` words of another sheet are told at once. Raises Mishap, one for each kind of mistake.
    """
    from shamir_mnemonic import MnemonicError, recover_ems
    from shamir_mnemonic.shamir import ShareGroup

    shares = [_share(text, place) for place, text in enumerate(typed, start=1) if text.strip()]
    if not shares:
        raise key_mishaps.recovery_words_missing(1, 0, WORDS_OF_A_PAPER)
    _check_together(shares, number_of_vault)
    group = ShareGroup()
    try:
        for share in shares[: shares[0].member_threshold]:
            group.add(share)
        master = recover_ems({shares[0].group_index: group})
        opened = master.decrypt(b"")
    except MnemonicError:
        raise key_mishaps.recovery_not_together() from None
    secret = bytearray(opened)
    wipe_handed_over(opened)
    return shares[0].identifier, secret


def _share(text: str, place: int) -> Share:
    from shamir_mnemonic import MnemonicError, Share

    words = [_known(word, place, at) for at, word in enumerate(_split(text), start=1)]
    if len(words) != WORDS_OF_A_PAPER:
        raise key_mishaps.recovery_words_missing(place, len(words), WORDS_OF_A_PAPER)
    try:
        share = Share.from_mnemonic(" ".join(words))
    except (MnemonicError, ValueError):
        raise key_mishaps.recovery_mistyped(place) from None
    if share.group_threshold != 1 or len(share.value) != SECRET_BYTES:
        raise key_mishaps.recovery_other_vault()
    return share


def _split(text: str) -> list[str]:
    """The words, without numbers, dots or line ends that were copied from the paper."""
    return [word for word in _NOT_A_LETTER.split(text[:_LONGEST_TYPED].lower()) if word]


def _known(word: str, place: int, at: int) -> str:
    from shamir_mnemonic.wordlist import WORD_INDEX_MAP, WORDLIST

    if word in WORD_INDEX_MAP:
        return word
    begun = [one for one in WORDLIST if len(word) >= _LETTERS_ENOUGH and one.startswith(word)]
    if len(begun) != 1:
        raise key_mishaps.recovery_word_unknown(place, at)
    return str(begun[0])


def _check_together(shares: Sequence[Share], number_of_vault: Sequence[int]) -> None:
    first = shares[0]
    if len({share.group_parameters() for share in shares}) != 1:
        raise key_mishaps.recovery_not_together()
    if number_of_vault and first.identifier not in number_of_vault:
        raise key_mishaps.recovery_other_vault()
    if len({share.index for share in shares}) != len(shares):
        raise key_mishaps.recovery_share_twice()
    if len(shares) < first.member_threshold:
        raise key_mishaps.recovery_too_few(first.member_threshold - len(shares))
