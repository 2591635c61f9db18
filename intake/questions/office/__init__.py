"""What an office changes in the interview: hidden, reworded and moved questions, and questions of its own."""
