"""Writing the record of a remedy, and telling of the days that come."""
