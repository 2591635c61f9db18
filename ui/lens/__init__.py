"""Marks in the boxes of the screen what could harm the person if others read it."""
