"""Following up actions across discussions."""
