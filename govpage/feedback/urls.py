from django.urls import path

from govpage.feedback import views

app_name = "govpage_feedback"

urlpatterns = [
    path("", views.vote, name="vote"),
    path("follow-up/", views.follow_up, name="follow_up"),
    path("problem/", views.problem, name="problem"),
    path("thanks/", views.thanks, name="thanks"),
]
