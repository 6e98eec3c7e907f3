"""What the walk has at hand besides its line and its notes: a tool each, with the state that only it needs.

A tool is handed the walk, asks it for changes and draws nothing by itself. No tool knows another but by way of the walk.
"""
