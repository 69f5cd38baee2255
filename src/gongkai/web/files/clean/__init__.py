"""Copies of files freed of what their page does not show. Pure: bytes in, bytes out."""
