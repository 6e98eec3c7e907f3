"""Pieces that screens are made of: they draw what they are given and post messages, and know no screen."""
