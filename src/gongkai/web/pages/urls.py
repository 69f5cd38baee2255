from django.urls import path

from gongkai.web.pages.views import senders, site

app_name = "pages"
urlpatterns = [
    path("", site.portal, name="portal"),
    path("search/", site.search, name="search"),
    path("check/", site.check_file, name="check"),
    path("desk/", site.desk, name="desk"),
    path("desk/search/", site.seek, name="seek"),
    path("desk/trail/", site.trail, name="trail"),
    path("desk/senders/", senders.senders, name="senders"),
    path("desk/senders/<int:pk>/active", senders.set_group_active, name="set_group_active"),
    path("desk/senders/<int:pk>/test", senders.test_group, name="test_group"),
    path("health", site.health, name="health"),
    path("metrics", site.metrics, name="metrics"),
    path("ready", site.ready, name="ready"),
]
