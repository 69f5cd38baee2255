"""Paying the fee on line: what a payment platform must do, the settings, one that speaks HTTP."""
