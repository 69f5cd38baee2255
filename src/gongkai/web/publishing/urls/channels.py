from django.urls import path

from gongkai.web.publishing.views import channels, public_channels

patterns = [
    path("bodies/<slug:code>/channels/", public_channels.channels, name="public_channels"),
    path("desk/items/channels/", channels.index, name="channels_index"),
    path("desk/items/channels/of/<slug:code>/", channels.channels, name="channels"),
    path("desk/items/channels/of/<slug:code>/new", channels.new_channel, name="new_channel"),
    path("desk/items/channels/<int:pk>/", channels.channel, name="channel"),
    path("desk/items/channels/<int:pk>/edit", channels.edit_channel, name="edit_channel"),
    path("desk/items/channels/<int:pk>/close", channels.close_channel, name="close_channel"),
    path("desk/items/channels/<int:pk>/add", channels.disseminate, name="disseminate"),
    path("desk/items/channels/<int:pk>/import", channels.take_in, name="take_in"),
    path("desk/items/channels/<int:pk>/stated", channels.state_figure, name="state_figure"),
    path("desk/items/channels/<int:pk>/gather", channels.gather, name="gather"),
    path("desk/items/channels/entries/<int:pk>/void", channels.make_void, name="make_void"),
]
