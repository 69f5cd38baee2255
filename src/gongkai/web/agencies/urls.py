from django.urls import path

from gongkai.web.agencies.views import people, public, upkeep

app_name = "agencies"
urlpatterns = [
    path("bodies/", public.bodies, name="bodies"),
    path("bodies/<slug:code>/", public.body, name="body"),
    path("bodies/<slug:code>/registration", public.registration, name="registration"),
    path("desk/bodies/new", upkeep.new_body, name="new_body"),
    path("desk/bodies/<slug:code>/structure", upkeep.structure, name="structure"),
    path("desk/bodies/<slug:code>/sections", upkeep.open_section, name="open_section"),
    path("desk/bodies/<slug:code>/sections/<int:pk>", upkeep.close_section, name="close_section"),
    path("desk/bodies/<slug:code>/group", upkeep.seat, name="seat"),
    path("desk/bodies/<slug:code>/group/<int:pk>", upkeep.unseat, name="unseat"),
    path("desk/bodies/<slug:code>/name", upkeep.rename, name="rename"),
    path("desk/bodies/<slug:code>/transfer", upkeep.transfer, name="transfer"),
    path("desk/bodies/", upkeep.manage, name="manage"),
    path("desk/bodies/<slug:code>/office", upkeep.office, name="office"),
    path("desk/bodies/<slug:code>/posts", people.posts, name="posts"),
    path("desk/posts/<int:pk>/end", people.relieve, name="relieve"),
    path("desk/people/", people.people, name="people"),
    path("desk/people/<int:pk>/password", people.reset_password, name="reset_password"),
    path("desk/people/<int:pk>/identity", people.identity, name="identity"),
    path("desk/people/<int:pk>/identity/tie", people.tie, name="tie"),
    path("desk/people/<int:pk>/identity/untie", people.untie, name="untie"),
    path("desk/people/<int:pk>/active", people.set_active, name="set_active"),
]
