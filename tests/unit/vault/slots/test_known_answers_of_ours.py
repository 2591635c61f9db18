"""Our own ways through the primitives give published answers too: a slot's derivation, the sealed box, odd shares."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand
from shamir_mnemonic import MnemonicError, combine_mnemonics

from intake.vault.keys import KEY_BYTES, DataKey, KdfCost, KeySlot, _derive
from intake.vault.slots.sealed_box import seal_for

AES_128, AES_256 = (1, 16), (2, 32)
# RFC 9180, appendix A.1.1 and A.1.1.1: the key of the one who receives, and the first message
INFO = bytes.fromhex("4f6465206f6e2061204772656369616e2055726e")
THEIR_PRIVATE = bytes.fromhex("4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8")
THEIR_PUBLIC = bytes.fromhex("3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d")
SENT = bytes.fromhex("37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431")
MESSAGE = bytes.fromhex("f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a")

# published with SLIP-0039 as not to be taken; the ids are its own headings
NOT_TAKEN = {
    "padding": ["duckling enlarge academic academic email result length solution fridge kidney coal piece deal husband erode duke ajar music cargo fitness"],
    "too few": ["shadow pistol academic always adequate wildlife fancy gross oasis cylinder mustang wrist rescue view short owner flip making coding armed"],
    "identifiers differ": [
        "adequate smoking academic acid debut wine petition glen cluster slow rhyme slow simple epidemic rumor junk tracks treat olympic tolerate",
        "adequate stay academic agency agency formal party ting frequent learn upstairs remember smear leaf damage anatomy ladle market hush corner",
    ],
    "exponents differ": [
        "peasant leaves academic acid desert exact olympic math alive axle trial tackle drug deny decent smear dominant desert bucket remind",
        "peasant leader academic agency cultural blessing percent network envelope medal junk primary human pumps jacket fragment payroll ticket evoke voice",
    ],
    "one member index twice": [
        "device stay academic always dive coal antenna adult black exceed stadium herald advance soldier busy dryer daughter evaluate minister laser",
        "device stay academic always dwarf afraid robin gravity crunch adjust soul branch walnut coastal dream costume scholar mortgage mountain pumps",
    ],
    "member thresholds differ": [
        "hour painting academic academic device formal evoke guitar random modern justice filter withdraw trouble identify mailman insect general cover oven",
        "hour painting academic agency artist again daisy capital beaver fiber much enjoy suitable symbolic identify photo editor romp float echo",
    ],
    "digest": [
        "guilt walnut academic acid deliver remove equip listen vampire tactics nylon rhythm failure husband fatigue alive blind enemy teaspoon rebound",
        "guilt walnut academic agency brave hamster hobo declare herd taste alpha slim criminal mild arcade formal romp branch pink ambition",
    ],
    "secret too short": ["junk necklace academic academic acne isolate join hesitate lunar roster dough calcium chemical ladybug amount mobile glasses verify cylinder"],
}  # fmt: skip
TWO_OF_256_BITS = [
    "humidity disease academic always aluminum jewelry energy woman receiver strategy amuse duckling lying evidence network walnut tactics forget hairy rebound impulse brother survive clothes stadium mailman rival ocean reward venture always armed unwrap",
    "humidity disease academic agency actress jacket gross physics cylinder solution fake mortgage benefit public busy prepare sharp friar change work slow purchase ruler again tricycle involve viral wireless mixture anatomy desert cargo upgrade",
]


@pytest.mark.parametrize(
    ("lanes", "answer"),
    [
        (1, "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe"),
        (2, "6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037"),
    ],
)
def test_a_slot_derives_what_the_reference_implementation_of_argon2_does(lanes: int, answer: str) -> None:
    slot = KeySlot("id", KdfCost(memory_kib=256, passes=2, lanes=lanes), b"somesalt", b"", b"")
    assert _derive(bytearray(b"password"), slot).hex() == answer


def test_a_key_for_another_use_is_what_hkdf_gives_without_salt() -> None:
    """RFC 5869 with a salt of zeros: extract, then expand with the label."""
    key, label = bytes(range(KEY_BYTES)), b"forthright.v1.for a test"
    expanded = HKDFExpand(SHA256(), KEY_BYTES, label).derive(hmac(bytes(32), key))
    assert DataKey(bytearray(key)).subkey(label) == expanded


def test_hpke_written_out_from_rfc_9180_opens_its_first_message() -> None:
    opened = opened_by_the_book(SENT, MESSAGE, b"Count-0", AES_128)
    assert opened == b"Beauty is truth, truth beauty"


def test_a_sealed_box_is_opened_by_hpke_written_out_from_the_rfc() -> None:
    """The RFC has no message for X25519 with AES-256; what is proven above by its own message opens ours."""
    sealed = seal_for(THEIR_PUBLIC, bytearray(range(KEY_BYTES)), INFO)
    assert opened_by_the_book(sealed[:32], sealed[32:], b"", AES_256) == bytes(range(KEY_BYTES))


@pytest.mark.parametrize("papers", NOT_TAKEN.values(), ids=NOT_TAKEN)
def test_slip_0039_papers_that_must_not_be_taken_are_not(papers: list[str]) -> None:
    with pytest.raises(MnemonicError):
        combine_mnemonics(papers, b"TREZOR")


def test_slip_0039_two_papers_of_256_bits_give_their_secret() -> None:
    whole = "c938b319067687e990e05e0da0ecce1278f75ff58d9853f19dcaeed5de104aae"
    assert combine_mnemonics(TWO_OF_256_BITS, b"TREZOR").hex() == whole


def opened_by_the_book(sent: bytes, message: bytes, beside: bytes, cipher: tuple[int, int]) -> bytes:
    """RFC 9180 sections 4.1 and 5.1, base mode, X25519 and HKDF-SHA256, the first message."""
    cipher_id, key_bytes = cipher
    kem = b"KEM" + (0x20).to_bytes(2)
    suite = b"HPKE" + (0x20).to_bytes(2) + (1).to_bytes(2) + cipher_id.to_bytes(2)
    mine = X25519PrivateKey.from_private_bytes(THEIR_PRIVATE)
    agreed = mine.exchange(X25519PublicKey.from_public_bytes(sent))
    shared = expand(kem, extract(kem, b"", b"eae_prk", agreed), b"shared_secret", sent + THEIR_PUBLIC, 32)
    context = b"\0" + extract(suite, b"", b"psk_id_hash", b"") + extract(suite, b"", b"info_hash", INFO)
    secret = extract(suite, shared, b"secret", b"")
    key, nonce = expand(suite, secret, b"key", context, key_bytes), expand(suite, secret, b"base_nonce", context, 12)
    return AESGCM(key).decrypt(nonce, message, beside)


def extract(suite: bytes, salt: bytes, label: bytes, given: bytes) -> bytes:
    return hmac(salt or bytes(32), b"HPKE-v1" + suite + label + given)


def expand(suite: bytes, key: bytes, label: bytes, info: bytes, length: int) -> bytes:
    return HKDFExpand(SHA256(), length, length.to_bytes(2) + b"HPKE-v1" + suite + label + info).derive(key)


def hmac(key: bytes, given: bytes) -> bytes:
    made = HMAC(key, SHA256())
    made.update(given)
    return made.finalize()
