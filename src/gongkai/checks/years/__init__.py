"""Rules about two successive reports of one body, one small file each."""
