from django.urls import path

from gongkai.web.agencies import views

app_name = "agencies"
urlpatterns = [
    path("bodies/", views.bodies, name="bodies"),
    path("bodies/<slug:code>/", views.body, name="body"),
    path("desk/bodies/", views.manage, name="manage"),
    path("desk/bodies/<slug:code>/office", views.office, name="office"),
    path("desk/bodies/<slug:code>/posts", views.posts, name="posts"),
    path("desk/posts/<int:pk>/end", views.relieve, name="relieve"),
    path("desk/people/", views.people, name="people"),
    path("desk/people/<int:pk>/password", views.reset_password, name="reset_password"),
    path("desk/people/<int:pk>/active", views.set_active, name="set_active"),
]
