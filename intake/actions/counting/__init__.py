"""Count an answer and forget it; tell the totals to a supervisor."""
