"""Erase several reports in one go: choose, look, count, erase."""
