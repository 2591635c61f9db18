"""Said after unlocking, before anything else, when the vault is not as it was left."""
