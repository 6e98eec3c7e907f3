"""Values, ids, text and cleaning that know no discussion: what every other package may stand on."""
