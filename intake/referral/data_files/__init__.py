"""Read the frames and the recipients from their files; every fault is noted."""
