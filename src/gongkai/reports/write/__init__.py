"""Writing a statement: the official layout in several formats, and data for exchange."""
