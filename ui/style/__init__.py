"""Colours, sizes and the one style sheet."""
