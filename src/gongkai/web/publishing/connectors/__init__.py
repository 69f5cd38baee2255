"""How a channel tells what went out: one small file a format, all with the same interface. Pure."""
