"""Who has what of a case: pages that left, permissions that hold, and pages that a court ordered."""
