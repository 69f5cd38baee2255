"""MarkItDown on given files: prints the best seconds of three for each, as JSON."""

import json
import sys
import time

from markitdown import MarkItDown

converter = MarkItDown()
best = {}
for path in sys.argv[1:]:
    converter.convert(path)
    times = []
    for _ in range(3):
        start = time.perf_counter()
        converter.convert(path)
        times.append(time.perf_counter() - start)
    best[path] = min(times)
print(json.dumps(best))
