"""What the web server runs."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongkai.web.project.settings")
application = get_wsgi_application()

# Load every page before the first visitor comes: threads that import at the same time can wait for
# each other for ever.
PAGES = get_resolver().url_patterns

# What is loaded stays: looking through it for garbage again and again held every page up (60 ms).
gc.collect()
gc.freeze()
