"""The only door to disk: keys, the encrypted records, and everything that is kept of a case."""
