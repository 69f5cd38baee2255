"""The operator's commands. Importing this package starts Django: they use its models."""

import os
import sys

import django

from gongkai.web.ui.config import ConfigError

os.umask(0o077)  # database, uploads and keys are nobody else's to read
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongkai.web.project.settings")
try:
    django.setup()
except ConfigError as fault:
    sys.exit(f"不能启动：{fault}")
