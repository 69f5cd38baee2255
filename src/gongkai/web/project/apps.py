from django.apps import AppConfig

from gongkai.web.project import imports


class ProjectConfig(AppConfig):
    """Server and worker alike know what can be imported."""

    name = "gongkai.web.project"

    def ready(self) -> None:
        imports.register()
