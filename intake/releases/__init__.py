"""The written permission to hand one page to one recipient, and what makes it hold today."""
