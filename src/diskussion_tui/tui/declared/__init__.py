"""Every command, declared once: a module for each place. `commands` puts them together and says how to fill them in."""
