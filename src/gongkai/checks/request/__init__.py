"""Rules about the record of one application."""
