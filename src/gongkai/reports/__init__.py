"""Annual reports as data: model, readers, writers, comparison. Imports law and statute."""
