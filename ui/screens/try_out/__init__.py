"""All cards without a report, and what would be if."""
