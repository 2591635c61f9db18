"""What may protect, on screens: cards, the panel of them, one finding in full, one instrument as a page."""
