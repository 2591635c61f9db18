"""Who has what of one report, taking a permission back, and the person's own page of it."""
