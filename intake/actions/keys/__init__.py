"""Whose passphrases open the vault, and the way back in when one is lost."""
