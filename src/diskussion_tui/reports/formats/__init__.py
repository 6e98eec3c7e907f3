"""A document in the formats that people use, one module each. What is heavy is loaded by the one that needs it."""
