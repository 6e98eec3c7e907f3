"""What the tests share: builders, hostile texts, and disks that fail, forget and are cut off."""
