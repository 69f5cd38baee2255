from django.urls import path

from gongkai.web.publishing.views import consultations, public_dialogue, questions

_DESK = "desk/items/dialogue/"
patterns = [
    path("bodies/<slug:code>/consultations/", public_dialogue.consultations, name="consultations"),
    path(
        "bodies/<slug:code>/consultations/<int:pk>/",
        public_dialogue.consultation,
        name="consultation",
    ),
    path("bodies/<slug:code>/questions/", public_dialogue.questions, name="questions"),
    path("bodies/<slug:code>/questions/ask", public_dialogue.ask, name="ask"),
    path(
        "bodies/<slug:code>/questions/<int:pk>/", public_dialogue.public_question, name="question"
    ),
    path("bodies/<slug:code>/proposals/", public_dialogue.proposals, name="proposals"),
    path("questions/asked/", public_dialogue.asked, name="asked"),
    path("questions/follow/", public_dialogue.follow_question, name="follow_question"),
    path(_DESK, consultations.index, name="dialogue_index"),
    path(_DESK + "of/<slug:code>/", consultations.dialogue, name="dialogue"),
    path(_DESK + "of/<slug:code>/new", consultations.new, name="new_consultation"),
    path(_DESK + "of/<slug:code>/proposal", questions.new_proposal, name="new_proposal"),
    path(_DESK + "<int:pk>/", consultations.consultation, name="desk_consultation"),
    path(_DESK + "<int:pk>/edit", consultations.edit, name="edit_consultation"),
    path(_DESK + "<int:pk>/put-out", consultations.put_out, name="put_out_consultation"),
    path(_DESK + "<int:pk>/prolong", consultations.prolong, name="prolong_consultation"),
    path(_DESK + "<int:pk>/result", consultations.tell_result, name="tell_result"),
    path(_DESK + "opinions/<int:pk>/judge", consultations.judge, name="judge_opinion"),
    path(_DESK + "questions/<int:pk>/", questions.question, name="desk_question"),
    path(_DESK + "proposals/<int:pk>/", questions.proposal, name="proposal"),
    path(_DESK + "proposals/<int:pk>/reply", questions.reply, name="reply_proposal"),
    path(_DESK + "proposals/<int:pk>/published", questions.publish_reply, name="publish_reply"),
]
