"""The last step of the way: as what, where to, and what became of it."""
