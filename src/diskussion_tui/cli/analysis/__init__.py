"""Commands that look across discussions."""
