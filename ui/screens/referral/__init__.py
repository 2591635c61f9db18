"""One page for one place: choose it, look at it, permit it, save it."""
