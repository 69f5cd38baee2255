"""What is read, one file a subject."""
