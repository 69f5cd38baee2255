"""What may not go out, or not as it is: rules about any text before it is published."""
