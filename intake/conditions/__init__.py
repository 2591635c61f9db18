"""Three-valued logic over facts, kept as data, with a trace that can be turned into sentences."""
