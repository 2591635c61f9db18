"""Erase means erased: rows, journal, free pages and gaps. What a court has asked for is held; what left is listed."""
