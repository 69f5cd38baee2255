from django.apps import AppConfig
from django.utils.module_loading import import_string


class ProjectConfig(AppConfig):
    """Server and worker alike know what can be imported."""

    name = "gongkai.web.project"

    def ready(self) -> None:
        import_string("gongkai.web.project.imports.register")()  # models are loaded only now
