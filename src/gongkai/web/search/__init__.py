"""The index of characters in pairs, one for all apps. Knows no app: pages are handed to it."""
