from django.urls import path

from gongkai.web.remedies.views import acting, desk

app_name = "remedies"
urlpatterns = [
    path("desk/remedies/", desk.listing, name="listing"),
    path("desk/remedies/new/<slug:code>", desk.new, name="new"),
    path("desk/remedies/<int:pk>/", desk.case, name="case"),
    path("desk/remedies/<int:pk>/facts", acting.amend, name="amend"),
    path("desk/remedies/<int:pk>/act/<slug:act>", acting.act, name="act"),
    path("desk/remedies/<int:pk>/entries/<int:number>/retract", acting.retract, name="retract"),
    path("desk/remedies/<int:pk>/evidence", acting.evidence, name="evidence"),
]
