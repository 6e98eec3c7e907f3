"""The walk: a discussion that is led, step by step, with its pages and styles."""
