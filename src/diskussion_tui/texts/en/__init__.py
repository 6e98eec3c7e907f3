"""The words in English: a module a room, each with its `WORDS`."""
