"""Reviewed lists that rules read: titles and labels in common use, wrong words, doubled words."""
