"""Proactive disclosure 主动公开: items from draft to repeal, the disclosure page, the catalogue."""
