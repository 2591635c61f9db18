"""The interview: any part in any order, one question at a time, what may protect beside it."""
