"""What the project makes of itself: generated pages."""
