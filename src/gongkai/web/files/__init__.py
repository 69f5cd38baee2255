"""Uploads: taken in with care, kept under their hash, served apart. Knows no app: others attach."""
