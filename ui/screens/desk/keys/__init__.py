"""The parts of the keys panel that only the desk has: my passphrase, the people of the vault."""
