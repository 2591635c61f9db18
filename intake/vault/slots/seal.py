"""The keyed seal over the whole key file: HMAC-SHA256 under a key that HKDF derives from the data key."""

from __future__ import annotations

import hmac

from intake.vault.keys import KEY_BYTES, DataKey
from intake.vault.slots.wiping import wipe

SEALED = "keys.sealed"
"""The setting that says, inside the records, that the key file bears a seal from now on."""


def seal_of(text: bytes, key: DataKey, vault_id: str) -> bytes:
    """The seal that this text must bear."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    sealing = bytearray(KEY_BYTES)
    salt = vault_id.encode("utf-8", "surrogatepass")
    HKDF(SHA256(), KEY_BYTES, salt, b"forthright key file seal").derive_into(key.material(), sealing)
    try:
        return hmac.digest(sealing, text, "sha256")
    finally:
        wipe(sealing)


def is_sealed(text: bytes, seal: bytes, key: DataKey, vault_id: str) -> bool:
    """Whether the seal fits; compared in constant time."""
    return hmac.compare_digest(seal, seal_of(text, key, vault_id))
