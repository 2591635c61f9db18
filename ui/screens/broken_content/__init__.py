"""Shown instead of everything else when a data file holds a fault."""
