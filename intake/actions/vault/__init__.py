"""Open, close and practise: what is done with the vault as a whole."""
