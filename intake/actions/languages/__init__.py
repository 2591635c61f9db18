"""Which language is spoken: the desk's own, and that of each report."""
