"""MarkItDown on given files: prints the best processor seconds of ten for each, as JSON."""

import json
import sys
import time

from markitdown import MarkItDown

converter = MarkItDown()
best = {}
for path in sys.argv[1:]:
    converter.convert(path)
    times = []
    for _ in range(10):
        start = time.process_time()
        converter.convert(path)
        times.append(time.process_time() - start)
    best[path] = min(times)
print(json.dumps(best))
