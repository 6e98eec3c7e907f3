"""A discussion as a set of immutable versions: records, the changes that make them, and how they fold together."""
