"""Coding: a queue of notes with suggestions, and the code book."""
