"""Read out of a broken vault what can still be read, into a new one."""
