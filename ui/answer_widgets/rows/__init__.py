"""Answers of several lines: one line of each kind, and the lines as one text."""
