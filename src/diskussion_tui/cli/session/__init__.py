"""Commands on one discussion."""
