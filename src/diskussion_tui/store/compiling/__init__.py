"""Compilations on disk: each a folder of its own in `sammanstallning`, with what was counted, and what analysts have decided in it."""
