"""The run of show on the screen."""
