"""What takes the place of the question for a while: looking it over, stopping, a break, large words to turn round."""
