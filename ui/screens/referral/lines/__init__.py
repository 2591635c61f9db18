"""Choose what the page says, sentence by sentence."""
