"""Numbers that name people, bodies, information and documents: read, checked, printed."""
