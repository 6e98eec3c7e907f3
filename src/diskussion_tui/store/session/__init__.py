"""One discussion on disk: its journal, its readable file, its other copies, and who writes into them."""
