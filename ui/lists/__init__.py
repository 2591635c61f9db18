"""Qt item models over lists of the core."""
