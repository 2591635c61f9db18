"""Saving what a screen shows: the words first, then a folder of somebody's choice."""
