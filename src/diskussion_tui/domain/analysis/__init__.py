"""Looking at discussions as a whole: filters, and what is still open since last time."""
