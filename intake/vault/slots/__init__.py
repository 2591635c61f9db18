"""Several ways to one data key: staff members, recovery sheets, and how they are changed."""
