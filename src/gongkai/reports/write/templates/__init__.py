"""Templates of the written formats."""
