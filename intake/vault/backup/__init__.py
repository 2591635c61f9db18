"""Copies that prove themselves: made, checked, put back, and what can still be read saved from a broken vault."""
