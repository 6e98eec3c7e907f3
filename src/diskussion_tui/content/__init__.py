"""From a `content.toml` to a `Workbook`, or to a list of problems."""
