"""Home: a new report, and the reports there are."""
