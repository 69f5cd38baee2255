"""Puts the platform together: settings, addresses, menus, the operator's commands."""
