"""What the data files hold, and what is wrong with them."""
