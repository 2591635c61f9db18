"""An organisation writes down a policy of its own county."""
