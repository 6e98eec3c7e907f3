"""From a session to text, one module per format; knows no file and no screen."""
