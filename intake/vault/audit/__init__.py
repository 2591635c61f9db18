"""The log of actions: what was done and on which day, never to whom. Sealed, so that edits and cut-offs show."""
