"""Every instrument as a page to read, without any answer: what it promises, where it stops, how it was checked."""
