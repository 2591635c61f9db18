"""A box that anyone can put the data key into and only its owner can open: HPKE (RFC 9180) under a wrapping key.

A passphrase or a recovery sheet gives the wrapping key; it locks an X25519 private key with AES-256-GCM; the data
key is sealed for the public half. So a vault can be given a new data key while its other owners are away.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from intake.vault.slots.wiping import wipe, wipe_handed_over

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.hpke import Suite

PRIVATE_BYTES = 32
PUBLIC_BYTES = 32
NONCE_BYTES = 12
_TAG_BYTES = 16
LOCKED_BYTES = PRIVATE_BYTES + _TAG_BYTES
SEALED_BYTES = PUBLIC_BYTES + 32 + _TAG_BYTES


@dataclass(frozen=True, slots=True)
class SealedBox:
    """The locked private key, its public half, and what is sealed inside."""

    nonce: bytes = field(repr=False)
    locked_private: bytes = field(repr=False)
    public: bytes = field(repr=False)
    sealed: bytes = field(repr=False)


def make_box(wrapping: bytearray, secret: bytearray, figures: bytes) -> SealedBox:
    """A new box that this wrapping key opens; ``figures`` are bound to it and must be given again."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    private = bytearray(PRIVATE_BYTES)
    for place in range(PRIVATE_BYTES):
        private[place] = secrets.randbits(8)
    try:
        public = X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()
        nonce = secrets.token_bytes(NONCE_BYTES)
        locked = AESGCM(wrapping).encrypt(nonce, private, figures)
    finally:
        wipe(private)
    return SealedBox(nonce, locked, public, seal_for(public, secret, figures))


def seal_for(public: bytes, secret: bytearray, figures: bytes) -> bytes:
    """Seal a secret for the owner of a box, without opening it. Raises ValueError for a public key that is none."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

    return _suite().encrypt(secret, X25519PublicKey.from_public_bytes(public), figures)


def open_box(box: SealedBox, wrapping: bytearray, figures: bytes) -> bytearray | None:
    """What is sealed inside, or None when this wrapping key or these figures do not fit."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    private = bytearray(PRIVATE_BYTES)
    try:
        AESGCM(wrapping).decrypt_into(box.nonce, box.locked_private, figures, private)
        opened = _suite().decrypt(box.sealed, X25519PrivateKey.from_private_bytes(private), figures)
    except (InvalidTag, ValueError):
        return None
    finally:
        wipe(private)
    secret = bytearray(opened)
    wipe_handed_over(opened)
    return secret


def _suite() -> Suite:
    from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

    return Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
