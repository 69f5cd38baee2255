"""What holds for all tests: property tests have no deadline, for machines that are busy.

The suite draws the same examples each time, so that it is red only by a change; `make soak` draws
others, many more.
"""

from hypothesis import settings

settings.register_profile("suite", deadline=None, max_examples=100, derandomize=True)
settings.register_profile("soak", deadline=None, max_examples=5000)
settings.load_profile("suite")
