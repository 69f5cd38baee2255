"""Working days and periods. Knows holiday tables, not what a period is for."""
