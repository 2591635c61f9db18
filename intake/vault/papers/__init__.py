"""Papers that belong to a case and are no answers."""
