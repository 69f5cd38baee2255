"""The tamper-evident trail. Names people as text, so that it outlives every account."""
