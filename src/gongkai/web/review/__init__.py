"""Sign-off chains as data, for whatever app has something to be signed."""
