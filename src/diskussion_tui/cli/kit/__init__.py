"""What commands share: the parser, output, refusals, and finding, opening and changing a discussion."""
