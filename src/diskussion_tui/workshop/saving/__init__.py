"""Saving beside the screen: what waits to be saved, the threads that save it, and where to when the folder refuses."""
