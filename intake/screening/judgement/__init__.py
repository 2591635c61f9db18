"""A trained reading of each sentence: does it speak of the reporter's own conduct or status."""
