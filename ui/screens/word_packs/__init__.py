"""The words that the lens knows: look at them, try a sentence, add those of the office."""
