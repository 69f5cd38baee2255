"""行政复议, 行政诉讼, 投诉举报: linked to the answer they attack."""
