"""Compilations on the screen: pages of numbers, and what lies behind each."""
