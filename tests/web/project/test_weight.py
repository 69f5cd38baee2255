"""What an ordinary page makes the browser fetch."""

import gzip
from pathlib import Path

import gongkai.web.ui

STATIC = Path(gongkai.web.ui.__file__).parent / "static" / "ui"


def test_style_and_scripts_of_an_ordinary_page_stay_under_60_kilobytes():
    parts = [STATIC / "gongkai.css", *STATIC.glob("htmx/*.js")]
    assert sum(len(gzip.compress(part.read_bytes())) for part in parts) < 60 * 1024


def test_what_is_not_ours_says_its_version_and_licence():
    [htmx] = STATIC.glob("htmx/htmx-*.min.js")
    version = htmx.name.removeprefix("htmx-").removesuffix(".min.js")
    assert f'version:"{version}"' in htmx.read_text("utf-8")
    assert (STATIC / "htmx" / "LICENSE").read_text("utf-8").startswith(f"htmx {version} ")
