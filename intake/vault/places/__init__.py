"""What a place on disk is before a vault is made there."""
