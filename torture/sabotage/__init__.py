"""Laid on the path of the program that is killed; nothing here is imported by the harness itself."""
