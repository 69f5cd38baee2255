"""What is withheld: the grounds of articles 14 to 16, and what a ground leads to."""
