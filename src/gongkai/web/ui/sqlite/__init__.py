"""SQLite as Django speaks to it, with writers of one process taking turns."""
