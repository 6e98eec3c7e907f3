"""Compilations on disk: where they lie, and what analysts have decided in them."""
