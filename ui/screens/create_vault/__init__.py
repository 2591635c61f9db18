"""A new vault, with a passphrase that cannot be guessed."""
