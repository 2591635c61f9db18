"""One instrument on one page of paper for the person. It speaks of a rule: no case can reach it."""
