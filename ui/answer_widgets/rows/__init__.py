"""The single lines of the answers that are made of several."""
