"""Two reports side by side: two years of a body, or two bodies. Pure; pages are made of it."""
