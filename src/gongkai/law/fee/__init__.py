"""The information processing fee: the two tariffs and what a month of applications costs."""
