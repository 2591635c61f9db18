"""Answers that are counted and forgotten: totals of a year, told only where nobody can be picked out."""
