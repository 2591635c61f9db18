"""The page that a court ordered."""
