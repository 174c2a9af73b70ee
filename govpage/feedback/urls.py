from django.urls import path

from govpage.feedback import api, views

app_name = "govpage_feedback"

urlpatterns = [
    path("", views.vote, name="vote"),
    path("follow-up/", views.follow_up, name="follow_up"),
    path("problem/", views.problem, name="problem"),
    path("thanks/", views.thanks, name="thanks"),
    path("api/pages/", api.pages, name="api_pages"),
    path("api/comments/", api.comments, name="api_comments"),
]
