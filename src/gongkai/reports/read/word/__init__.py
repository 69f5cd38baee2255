"""WordprocessingML: body, styles, automatic numbers."""
