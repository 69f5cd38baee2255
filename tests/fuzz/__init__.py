"""Coverage-guided fuzzing, beside the property tests."""
