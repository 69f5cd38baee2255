"""How often something may be done from one place; counted in the cache of this process."""

from django.core.cache import cache


def within(key: str, times: int, seconds: int) -> bool:
    """Count one more; whether that is still within so many times in so many seconds."""
    cache.add(key, 0, seconds)
    try:
        return cache.incr(key) <= times
    except ValueError:  # it ran out between the two lines
        cache.set(key, 1, seconds)
        return True
