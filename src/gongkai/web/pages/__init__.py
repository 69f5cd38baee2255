"""Portal home, desk home, file check: pages that draw on several apps."""
