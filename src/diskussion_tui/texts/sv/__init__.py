"""The words in Swedish, the language the program thinks in: a module a room, each with its `WORDS`."""
