"""The ways out of the platform, one module each, behind one small interface."""
