"""Erase a report, its own words or everything; hold what must not be erased; say what cannot be reached."""
