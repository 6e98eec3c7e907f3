"""Lead a group through a discussion workbook in the terminal, and never lose a word of it."""
