from django.urls import path

from gongkai.web.publishing.views import columns, public_columns

patterns = [
    path("bodies/<slug:code>/columns/<int:pk>/", public_columns.column, name="column"),
    path("desk/items/columns/", columns.index, name="columns_index"),
    path("desk/items/columns/district/", columns.district, name="columns_district"),
    path("desk/items/columns/of/<slug:code>/", columns.columns, name="columns"),
    path("desk/items/columns/of/<slug:code>/new", columns.new_column, name="new_column"),
    path("desk/items/columns/of/<slug:code>/links", columns.start_links, name="start_links"),
    path(
        "desk/items/columns/of/<slug:code>/selfcheck/<int:year>/<int:month>.docx",
        columns.selfcheck,
        name="selfcheck",
    ),
    path("desk/items/columns/<int:pk>/edit", columns.edit_column, name="edit_column"),
    path("desk/items/columns/<int:pk>/confirm", columns.confirm_column, name="confirm_column"),
    path("desk/items/columns/<int:pk>/end", columns.end_column, name="end_column"),
]
