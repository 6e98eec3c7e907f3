"""The terminal screens: the walk, home and what opens over them. Knows the workshop, never the store or a file."""
