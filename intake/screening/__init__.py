"""Finding in free text what would harm the person who told it."""
