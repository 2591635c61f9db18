"""Export formats, one file each with an ``EXPORTER``; a new file is found by its being here."""
