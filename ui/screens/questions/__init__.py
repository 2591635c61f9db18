"""The questions of the interview, and what this office changes in them."""
