"""The one way out: release, page, finished file, read back, written."""
