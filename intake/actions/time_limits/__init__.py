"""What is better done soon, beside the interview and at home."""
