"""The permission while it is being filled in."""
