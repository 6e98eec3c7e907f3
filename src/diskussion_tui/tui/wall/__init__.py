"""What the room reads: a window of its own that follows whoever leads, and the same layouts on one mirrored screen.

The layouts are pure functions of a `Stage`, which is what the room can know: no line, no cues, no warnings, nothing half
written. `screen.py` is the window; the walk shows the same rows in its big picture.
"""
