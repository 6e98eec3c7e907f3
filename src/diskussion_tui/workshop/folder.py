"""The folder of past discussions, as screens and the shell have it: the list, the search, and what both show of a discussion.

Upstairs nobody reaches into the store. This is its library under the name that it has up here.
"""

from diskussion_tui.store.library.heads import Entry
from diskussion_tui.store.library.listing import Library as Folder
from diskussion_tui.store.library.results import Hit, Hits, Shown

__all__ = ["Entry", "Folder", "Hit", "Hits", "Shown"]
