"""The one door for work that must not happen on the main thread."""
