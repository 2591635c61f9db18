"""Policies held against what a good policy would hold: texts about offices, never about a person."""
