"""Textual programs that are as small as they can be: the floors our own screens are held against."""
