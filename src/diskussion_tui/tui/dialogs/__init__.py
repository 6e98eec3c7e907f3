"""What opens over a screen, asks one thing and answers with one value."""
