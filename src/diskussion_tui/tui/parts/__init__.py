"""Rows that more than one screen shows: what a note is marked with, conclusions, the compass, how a round stands."""
