"""Commands on the workbook and on the program itself."""
