from django.urls import path

from gongkai.web.reporting.views import filing, outside

patterns = [
    path("desk/reports/board/", filing.board, name="board"),
    path("desk/reports/board/lines.csv", filing.board_file, name="board_file"),
    path("desk/reports/board/remind", filing.remind, name="remind"),
    path("desk/reports/board/<slug:code>/register", outside.register, name="register"),
    path("desk/reports/board/<slug:code>/<int:year>/link", outside.link, name="link"),
    path("reports/send-in/<str:token>/", outside.send_in, name="send_in"),
    path("desk/reports/<int:pk>/hand-in", filing.hand_in, name="hand_in"),
    path("desk/reports/filings/<int:pk>/", filing.filing, name="filing"),
    path("desk/reports/filings/<int:pk>/accept", filing.accept, name="accept"),
    path("desk/reports/filings/<int:pk>/return", filing.give_back, name="give_back"),
    path(
        "desk/reports/filings/<int:pk>/remarks/<int:number>/drop",
        filing.drop_remark,
        name="drop_remark",
    ),
]
