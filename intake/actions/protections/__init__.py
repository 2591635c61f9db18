"""What may protect the person, from the answers given so far."""
