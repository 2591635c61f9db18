"""What is better done soon, beside the question and in full."""
