"""Long runs outside the test suite: the installed program killed at random, and a random walk over every screen."""
