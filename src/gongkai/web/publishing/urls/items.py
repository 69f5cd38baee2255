from django.urls import path

from gongkai.web.publishing.views import counted, desk, moments, portal, writing

patterns = [
    path("bodies/<slug:code>/disclosure/", portal.disclosure, name="disclosure"),
    path("bodies/<slug:code>/guide/", portal.guide_page, name="guide"),
    path("bodies/<slug:code>/catalogue/", portal.catalogue, name="catalogue"),
    path("bodies/<slug:code>/catalogue.<slug:to>", portal.catalogue_file, name="file"),
    path("bodies/<slug:code>/register/", portal.register, name="register"),
    path("bodies/<slug:code>/items/<int:year>/<int:number>/", portal.item, name="item"),
    path("desk/items/", desk.items, name="items"),
    path("desk/items/new/<slug:code>", writing.new, name="new"),
    path("desk/items/<int:pk>/", desk.item, name="desk_item"),
    path("desk/items/<int:pk>/edit", writing.edit, name="edit"),
    path("desk/items/<int:pk>/attach", desk.attach, name="attach"),
    path("desk/items/<int:pk>/detach", desk.detach, name="detach"),
    path("desk/items/<int:pk>/submit", desk.submit, name="submit"),
    path("desk/items/<int:pk>/recall", desk.recall, name="recall"),
    path("desk/items/<int:pk>/sign", desk.sign, name="sign"),
    path("desk/items/<int:pk>/release", desk.release, name="release"),
    path("desk/items/<int:pk>/publish", desk.publish, name="publish"),
    path("desk/items/<int:pk>/correct", desk.correct, name="correct"),
    path("desk/items/<int:pk>/withdraw", desk.withdraw, name="withdraw"),
    path("desk/items/<int:pk>/end", desk.end, name="end"),
    path("desk/items/<int:pk>/give-up", desk.give_up, name="give_up"),
    path("desk/items/<int:pk>/schedule", moments.schedule, name="schedule"),
    path("desk/items/<int:pk>/unschedule", moments.unschedule, name="unschedule"),
    path("desk/items/<int:pk>/overturn", moments.overturn, name="overturn"),
    path("desk/items/year/<slug:code>/<int:year>", counted.year, name="year"),
    path("desk/items/categories/<slug:code>", counted.categories, name="categories"),
    path("desk/items/numbering/<slug:code>", desk.numbering, name="numbering"),
    path("desk/items/counted/<slug:code>/<int:year>/<slug:column>", counted.cell, name="cell"),
]
