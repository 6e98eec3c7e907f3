"""Commands on a whole folder of discussions."""
