"""Erase a report, or only the words in it; put it on hold."""
