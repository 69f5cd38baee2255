from django.urls import path

from gongkai.web.requests.views import answers, breaches, casework, desk, guide, lists, portal

app_name = "requests"
urlpatterns = [
    path("apply/", portal.start, name="start"),
    path("apply/done", portal.registered, name="registered"),
    path("apply/<slug:code>/", portal.apply, name="apply"),
    path("follow/", portal.follow, name="follow"),
    path("follow/case", portal.progress, name="progress"),
    path("follow/withdraw", portal.withdraw, name="withdraw"),
    path("desk/requests/", lists.listing, name="listing"),
    path("desk/requests/list.xlsx", lists.export, name="export_file"),
    path("desk/requests/breaches", breaches.breaches, name="breaches"),
    path("desk/requests/filters", lists.keep_filter, name="keep_filter"),
    path("desk/requests/filters/<int:pk>/drop", lists.forget_filter, name="forget_filter"),
    path("desk/requests/assign/<slug:code>", lists.assign_ticked, name="assign_ticked"),
    path("desk/requests/new/<slug:code>", desk.intake, name="intake"),
    path("desk/requests/<int:pk>/", desk.case, name="case"),
    path("desk/requests/<int:pk>/act/<str:name>", desk.act, name="act"),
    path("desk/requests/<int:pk>/receive", desk.receive, name="receive"),
    path("desk/requests/<int:pk>/person", desk.reveal, name="reveal"),
    path("desk/requests/<int:pk>/give-out", casework.give_out, name="give_out"),
    path("desk/requests/<int:pk>/note", casework.add_note, name="add_note"),
    path("desk/requests/<int:pk>/search", casework.add_search, name="add_search"),
    path("desk/requests/<int:pk>/guide", guide.guide, name="guide"),
    path("desk/requests/<int:pk>/answer", answers.answer, name="answer"),
    path(
        "desk/requests/counted/<slug:code>/<int:year>/<slug:row>/<slug:applicant>",
        desk.cell,
        name="cell",
    ),
    path("desk/letters/<int:pk>/", answers.letter, name="letter"),
    path("desk/letters/<int:pk>/sign", answers.decide, name="decide"),
    path("desk/letters/<int:pk>/issue", answers.issue, name="issue"),
]
