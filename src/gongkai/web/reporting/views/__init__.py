"""The pages: before the public, and on the desk."""
