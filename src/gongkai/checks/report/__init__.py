"""Rules about one annual report, one small file each, named by what it demands."""
