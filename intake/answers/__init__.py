"""What was answered: typed values, and the four ways of not answering."""
