"""The interview as data: sections, questions, what is asked next, one file per kind of answer."""
