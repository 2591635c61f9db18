"""The list of reports, and the place where somebody left off."""
