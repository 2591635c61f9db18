"""Everything with a screen. The core in ``intake`` knows nothing of it."""
