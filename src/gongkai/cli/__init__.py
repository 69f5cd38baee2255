"""The commands. Imports checks and below; web registers its own commands by entry point."""
