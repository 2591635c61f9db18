"""How a day is typed and read."""
