"""The parts of the keys panel: my passphrase, the people of the vault, the recovery words."""
