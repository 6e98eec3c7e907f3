"""The reading page: a discussion as it is, to read and to find in. Nothing here writes."""
