"""Screenshots of every page at 360 and 1280 pixels into out/shots: `make shots`."""

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("GONGKAI_PRODUCTION", "off")
os.environ.setdefault("GONGKAI_DATA", tempfile.mkdtemp(prefix="gongkai-shots-"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongkai.web.project.settings")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import django

django.setup()

from tests.web.browser.site import chromium, running_site, sign_in  # noqa: E402
from tests.web.browser.views import views  # noqa: E402

OUT = Path("out/shots")
WIDTHS = (360, 1280)


def main() -> None:
    wanted = sys.argv[1:]
    OUT.mkdir(parents=True, exist_ok=True)
    chosen = [v for v in views() if not wanted or any(word in v.name for word in wanted)]
    with (
        tempfile.TemporaryDirectory() as folder,
        running_site(Path(folder)) as site,
        chromium() as browser,
    ):
        for login in dict.fromkeys(view.login for view in chosen):
            context = browser.new_context(base_url=site, locale="zh-CN")
            page = context.new_page()
            if login:
                sign_in(page, site, login)
            for view in chosen:
                if view.login == login:
                    shoot(page, view)
            context.close()


def shoot(page, view) -> None:
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(view.address)
        page.screenshot(path=OUT / f"{view.name}-{width}.png", full_page=True)
    print(view.name)


if __name__ == "__main__":
    main()
