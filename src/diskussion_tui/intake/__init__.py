"""What comes back: forms, reports, tables and texts as discussions, with one verdict a file."""
