"""The many ways to write one word or number, and how to tell that they are one."""
