"""Comparing: discussions, or groups of them, side by side and question by question. It only reads."""
