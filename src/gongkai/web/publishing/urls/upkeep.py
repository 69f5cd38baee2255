from django.urls import path

from gongkai.web.publishing.views import campaigns, keeping, topics, withheld

CAMPAIGN = "desk/items/campaigns/"
patterns = [
    path(f"{CAMPAIGN}of/<slug:code>", campaigns.listing, name="campaigns"),
    path(f"{CAMPAIGN}<int:pk>/", campaigns.one, name="campaign"),
    path(f"{CAMPAIGN}<int:pk>/assign", campaigns.assign, name="campaign_assign"),
    path(f"{CAMPAIGN}<int:pk>/settle/<int:number>", campaigns.settle, name="campaign_settle"),
    path(f"{CAMPAIGN}<int:pk>/close", campaigns.close, name="campaign_close"),
    path("desk/items/withheld/of/<slug:code>", withheld.listing, name="withheld"),
    path("desk/items/withheld/<int:pk>/", withheld.one, name="withheld_one"),
    path("desk/items/retention/<slug:code>", keeping.listing, name="retention"),
    path("desk/items/retention/<slug:code>/propose", keeping.propose, name="retention_propose"),
    path("desk/items/disposals/<int:pk>/", keeping.disposal, name="disposal"),
    path("desk/items/topics/of/<slug:code>", topics.listing, name="topics"),
    path("desk/items/topics/<int:pk>/", topics.edit, name="topic_edit"),
    path("bodies/<slug:code>/topics/<int:pk>/", topics.shown, name="topic"),
]
