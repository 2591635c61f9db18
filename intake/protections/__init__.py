"""Safe-reporting protections: instruments kept as data, judged on facts, explained with their limits."""
