"""Rules about what the prose says, one file each: N01 to N08."""
