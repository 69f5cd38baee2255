"""Reminders and messages: in the page, by e-mail, to groups, by SMS; each sent once and logged."""
