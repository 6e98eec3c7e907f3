"""What a discussion is: frozen values and pure functions. No file, clock, socket or screen; times and ids are handed in."""
