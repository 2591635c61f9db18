"""The language that the screens speak, and how it is chosen."""
