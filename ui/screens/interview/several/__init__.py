"""Several things that happened, several people: which one a question is about, and one more."""
