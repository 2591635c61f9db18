"""The lens and the gate: what in free text would harm the reporter, and what may leave."""
