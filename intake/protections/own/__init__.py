"""Instruments that an organisation adds itself: the same files, held to a stricter measure."""
