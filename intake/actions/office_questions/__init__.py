"""What the office changes in the interview: questions hidden, reworded and moved, and some of its own."""
