"""Words in every shipped language: look-up, fall-back to English, coverage."""
