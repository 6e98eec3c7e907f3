"""What programs that are not ours make of our documents. Needs Chromium and LibreOffice; `just outside` runs it."""
