"""A legal request: noted, told, answered with no more than was ordered. It shares no code with a permission."""
