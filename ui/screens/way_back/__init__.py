"""A way back in: recovery words, made and tried before the first report."""
