"""One package for each screen; no screen knows another."""
