"""Put a copy back, after what would change was shown."""
