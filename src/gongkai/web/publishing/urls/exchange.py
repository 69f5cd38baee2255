from django.urls import path

from gongkai.web.publishing.views import exchange

_DESK = "desk/items/exchange/"
patterns = [
    path("intake/<slug:code>/", exchange.intake, name="intake"),
    path("intake/<slug:code>/<source>", exchange.intake_state, name="intake_state"),
    path(_DESK, exchange.index, name="exchange_index"),
    path(_DESK + "of/<slug:code>/", exchange.exchange, name="exchange"),
    path(_DESK + "of/<slug:code>/gate", exchange.open_gate, name="open_gate"),
    path(_DESK + "of/<slug:code>/outlet", exchange.open_outlet, name="open_outlet"),
    path(_DESK + "gates/<int:pk>/close", exchange.close_gate, name="close_gate"),
    path(_DESK + "outlets/<int:pk>/close", exchange.close_outlet, name="close_outlet"),
]
