"""One report: its parts, its answers, and the view of it that a summary may see."""
