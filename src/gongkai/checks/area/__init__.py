"""Rules about the reports of a whole area, one small file each."""
