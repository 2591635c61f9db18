"""A legal request for a report, step by step."""
