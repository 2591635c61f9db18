"""What tells who somebody is: numbers, addresses, plates, birth dates, names. Each kind is one file."""
