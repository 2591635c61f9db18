"""What concerns the desk and not one report: the office, and later its keys, copies and log."""
