"""The primitives give the published answers: RFC 9106, RFC 5869, the GCM specification, SLIP-0039."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from shamir_mnemonic import MnemonicError, combine_mnemonics

# (words, secret) as published with SLIP-0039; the passphrase of all of them is TREZOR
SLIP_0039 = [
    (
        [
            (
                "duckling enlarge academic academic agency result length solution fridge kidney coal piece deal husband "
                "erode duke ajar critical decision keyboard"
            )
        ],
        "bb54aac4b89dc868ba37d9cc21b2cece",
    ),
    (
        [
            (
                "shadow pistol academic always adequate wildlife fancy gross oasis cylinder mustang wrist rescue view "
                "short owner flip making coding armed"
            ),
            (
                "shadow pistol academic acid actress prayer class unknown daughter sweater depict flip twice unkind "
                "craft early superior advocate guest smoking"
            ),
        ],
        "b43ceb7e57a0ea8766221624d01b0864",
    ),
    (
        [
            (
                "theory painting academic academic armed sweater year military elder discuss acne wildlife boring "
                "employer fused large satoshi bundle carbon diagnose anatomy hamster leaves tracks paces beyond phantom "
                "capital marvel lips brave detect luck"
            )
        ],
        "989baf9dcaad5b10ca33dfd8cc75e42477025dce88ae83e75a230086a0e00e92",
    ),
]


def test_argon2id_as_in_rfc_9106_section_5_3() -> None:
    kdf = Argon2id(
        salt=b"\x02" * 16, length=32, iterations=3, lanes=4, memory_cost=32, ad=b"\x04" * 12, secret=b"\x03" * 8
    )
    assert kdf.derive(b"\x01" * 32).hex() == "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"


def test_hkdf_as_in_rfc_5869_case_1() -> None:
    kdf = HKDF(SHA256(), 42, bytes(range(13)), bytes(range(0xF0, 0xFA)))
    assert kdf.derive(b"\x0b" * 22).hex() == (
        "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"
    )


def test_aes_256_gcm_as_in_its_specification() -> None:
    key, nonce = bytes(32), bytes(12)
    assert AESGCM(key).encrypt(nonce, b"", None).hex() == "530f8afbc74536b9a963b4f1c4cb738b"
    assert AESGCM(key).encrypt(nonce, bytes(16), None).hex() == (
        "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919"
    )


@pytest.mark.parametrize(("words", "secret"), SLIP_0039)
def test_slip_0039_words_give_their_secret(words: list[str], secret: str) -> None:
    assert combine_mnemonics(words, b"TREZOR").hex() == secret


def test_slip_0039_words_with_a_wrong_checksum_are_refused() -> None:
    ((words,), _) = SLIP_0039[0]
    with pytest.raises(MnemonicError):
        combine_mnemonics([words.replace("keyboard", "kidney")], b"TREZOR")
