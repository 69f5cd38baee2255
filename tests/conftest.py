"""What holds for all tests: property tests have no deadline, for machines that are busy."""

from hypothesis import settings

settings.register_profile("suite", deadline=None, max_examples=100)
settings.register_profile("soak", deadline=None, max_examples=5000)
settings.load_profile("suite")
