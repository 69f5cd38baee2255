"""People, sign-in, second factor. Knows no body: roles are held in agencies."""
