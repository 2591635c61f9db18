"""Questions that are counted and forgotten: the sheet to ask from."""
