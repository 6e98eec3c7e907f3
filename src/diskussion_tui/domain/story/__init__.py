"""A discussion read as a story: what somebody did, change by change, and what practice has seen done."""
