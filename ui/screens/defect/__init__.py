"""Our mistake, said calmly."""
