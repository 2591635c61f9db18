"""The gate: may a line of somebody's own leave? What it reads, who does what in it, and what fills an open slot."""
