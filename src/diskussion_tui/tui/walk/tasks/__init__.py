"""What the capture line is used for: a task each, which says what Enter, Tab, Esc and walking away mean while it lasts.

The walk has exactly one task at a time, and asks it; nothing else asks which one it is.
"""
