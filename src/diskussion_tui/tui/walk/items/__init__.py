"""What can be chosen on the walk's board, each kind of thing with what can be done to it.

A key says what is wanted (`edit`, `withdraw`, `star` …) and the thing that is chosen knows how; nothing else asks what it is.
"""
