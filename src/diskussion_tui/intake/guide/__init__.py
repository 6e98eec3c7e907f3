"""A discussion guide that others have written, read as a draft of a workbook: its pieces, what they are, and what must be decided.

Nothing of it is made up: what cannot be told for certain is told as a decision to make, and what finds no place is kept as it stood.
"""
