"""The drawing of a body on which a person can point."""
