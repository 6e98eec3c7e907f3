"""The workbook as plain values: its parts, the steps of the walk, the compass, and how its text is laid out."""
