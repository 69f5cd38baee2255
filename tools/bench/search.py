"""Search over many items: how long the index takes, and the 95th percentile of searches.

GONGKAI_DATA=folder python tools/bench/search.py 200000      (SQLite; or GONGKAI_DATABASE_URL)
"""

import gc
import os
import random
import statistics
import sys
import time
from datetime import date, timedelta

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongkai.web.project.settings")
os.environ.setdefault("GONGKAI_PRODUCTION", "off")
django.setup()
gc.freeze()  # as the server does

from django.core.management import call_command  # noqa: E402

from gongkai.web.search.acts import rebuild  # noqa: E402
from gongkai.web.search.entry import Entry  # noqa: E402
from gongkai.web.search.queries import Asked, find  # noqa: E402

WORDS = [
    first + second
    for first in "预决政信公通行许处强规审教医养住保环水监街社居服中管办实方工报年财采招项建道"
    for second in "算务府息开告政可罚划"
]
RARE = [chr(code) for code in range(0x4E00, 0x4E00 + 3000)]
ASKED = (
    "预算",
    "政府",
    "行政复议",
    "信息公开",
    "水质监测",
    "公开 财政",
    "实施方案",
    "硚口",
    "道路改造",
    "监",
)


def items(count: int):
    """Made-up items of some 1,500 characters, the same for the same count."""
    chance = random.Random(20260101)
    for number in range(count):
        words = chance.choices(WORDS, k=560)
        for _each in range(120):
            words[chance.randrange(560)] = "".join(chance.choices(RARE, k=3))
        day = date(2010, 1, 1) + timedelta(days=number * 5800 // count)
        yield Entry(f"b:{number}", "item", "".join(words[:9]), "".join(words), "/x", day, 1, "甲")


def percentile(times: list[float]) -> str:
    worst = sorted(times)[int(len(times) * 0.95)]
    return f"median {statistics.median(times) * 1000:.1f} ms, p95 {worst * 1000:.1f} ms"


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    call_command("migrate", verbosity=0)
    start = time.perf_counter()
    rebuild(items(count))
    print(f"index of {count} items built in {time.perf_counter() - start:.1f} s")
    for by_relevance in (False, True):
        times = []
        for _again in range(10):
            for words in ASKED:
                start = time.perf_counter()
                find(Asked(words, by_relevance=by_relevance))
                times.append(time.perf_counter() - start)
        print(f"{'relevance' if by_relevance else 'newest first'}: {percentile(times)}")


if __name__ == "__main__":
    main()
