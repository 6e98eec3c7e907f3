"""Every workaround of Textual and of terminals, each removable by itself. Knows nothing of discussions."""
