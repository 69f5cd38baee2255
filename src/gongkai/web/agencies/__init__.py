"""Public bodies, their sections and offices, and who holds which role in which body."""
