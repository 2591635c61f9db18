"""Whether the records are the newest there were: stamps, a tree of digests, a chain of changes, its end outside."""
