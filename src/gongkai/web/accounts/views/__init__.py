"""Signing in and out, by password or by the identity provider, and one's own account."""
