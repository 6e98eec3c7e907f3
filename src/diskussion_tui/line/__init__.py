"""The line mode: a whole evening at one prompt, for who hears the screen, feels it, or has none that can be drawn on.

The same workshop as the screens, the same changes, the same words in the same file. What is typed is a note; what begins with a
full stop and the name of a command is that. Nothing is told by place, colour or a sign alone, and no escape sequence goes out.
"""
