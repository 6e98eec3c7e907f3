"""The search language: one grammar for home's line, `diskussion find`, saved searches and the queries of compilations."""
