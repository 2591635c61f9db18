"""Policies side by side: what each covers, what it leaves out, and what to ask an office."""
