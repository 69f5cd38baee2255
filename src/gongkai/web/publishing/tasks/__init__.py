"""What is done later or once a day, one file a subject."""
