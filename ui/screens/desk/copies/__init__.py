"""The parts of the panel of copies: the list, and checking one."""
