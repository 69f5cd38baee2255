"""Bodies for the public; offices, posts and accounts for those who keep them."""
