"""The Django platform. Nothing below it imports it."""
