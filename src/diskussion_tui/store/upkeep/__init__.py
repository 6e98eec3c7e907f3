"""What keeps a folder of discussions sound: scan, diagnose, repair, and remove for good."""
