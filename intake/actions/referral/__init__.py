"""Choose a recipient, see the page, sign, save, take back."""
