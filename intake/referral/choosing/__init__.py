"""Choosing what a page says."""
