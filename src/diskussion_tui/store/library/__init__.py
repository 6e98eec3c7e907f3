"""The past discussions in a folder: what a list shows of each, and the search over their names and notes."""
