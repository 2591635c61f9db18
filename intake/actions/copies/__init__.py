"""Copies of the vault: make one, list them, check one, put one back, save what is left of a broken vault."""
