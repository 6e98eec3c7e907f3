"""The only package that writes: session files, journals, locks, and the list of past discussions."""
