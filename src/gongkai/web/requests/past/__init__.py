"""Applications out of an office's own ledger: from its words to entries as they happened. Pure."""
