"""What the desk and the first run share: recovery words, the sheet to print, and what such a part is made of."""
