"""What a lock and a goodbye need besides the keeper: the fresh start, the desktop's signals, the idle time."""
