"""Files: the one door to the disk, durable writing, locks, names, and the text that a session file consists of."""
