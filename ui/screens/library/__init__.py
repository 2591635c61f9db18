"""Every instrument to read, and a page of one for the person."""
