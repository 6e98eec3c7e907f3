"""Rounds of prioritising on the screen."""
