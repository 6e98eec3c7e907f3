"""What words mean by themselves: tags and owners, days, personal data, opposites. Knows no note and no workbook."""
