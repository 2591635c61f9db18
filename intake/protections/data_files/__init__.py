"""From TOML to the model: one module for each part of a file. Every fault is noted, none stops the reading."""
