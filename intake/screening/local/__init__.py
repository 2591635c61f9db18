"""The words that one organisation adds to the packs, and the phrases of the packs that it does not want marked."""
