"""What is written, one file a subject."""
