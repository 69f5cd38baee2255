"""All addresses. Importing this also fills the menus, which name pages by these addresses."""

from django.urls import include, path

from gongkai.web.project import menu

menu.fill()

urlpatterns = [
    path("", include("gongkai.web.ui.urls")),
    path("", include("gongkai.web.files.urls")),
    path("", include("gongkai.web.accounts.urls")),
    path("", include("gongkai.web.notices.urls")),
    path("", include("gongkai.web.agencies.urls")),
    path("", include("gongkai.web.review.urls")),
    path("", include("gongkai.web.ledgers.urls")),
    path("", include("gongkai.web.publishing.urls")),
    path("", include("gongkai.web.reporting.urls")),
    path("", include("gongkai.web.requests.urls")),
    path("", include("gongkai.web.remedies.urls")),
    path("", include("gongkai.web.pages.urls")),
]

handler403 = "gongkai.web.ui.views.forbidden"
handler404 = "gongkai.web.ui.views.not_found"
handler500 = "gongkai.web.ui.views.broken"
