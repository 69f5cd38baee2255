"""Backup and restore of one installation."""
