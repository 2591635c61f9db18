"""What is better done soon: care, tests, and things that fade. How long there is, said with care."""
