from django.urls import path

from gongkai.web.publishing.views import directory

_DESK = "desk/items/directory/"
patterns = [
    path("bodies/<slug:code>/directory/", directory.public_directory, name="public_directory"),
    path(_DESK, directory.index, name="directory_index"),
    path(_DESK + "of/<slug:code>/", directory.directory, name="directory"),
    path(_DESK + "of/<slug:code>/import", directory.take_directory, name="take_directory"),
    path(_DESK + "of/<slug:code>/division", directory.take_division, name="take_division"),
    path(_DESK + "<int:pk>/fulfil", directory.fulfil, name="fulfil"),
]
