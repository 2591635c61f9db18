"""Ask, record, go on, go back."""
