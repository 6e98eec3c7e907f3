"""The commands of the shell, one module each; nothing heavy is imported before a command needs it."""
