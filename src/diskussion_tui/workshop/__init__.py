"""A running discussion: the open session, undo, saving in the background, and who listens. Knows no screen."""
