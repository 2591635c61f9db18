"""What was said, by day."""
