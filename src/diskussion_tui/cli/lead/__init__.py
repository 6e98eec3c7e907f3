"""Commands that hand over to the screens."""
