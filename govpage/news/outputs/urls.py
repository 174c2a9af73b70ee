"""What machines read, below the newsroom's own address."""

from django.urls import path

from govpage.news.outputs import views

urlpatterns = [
    path("feed.rss", views.feed_rss, name="feed_rss"),
    path("feed.atom", views.feed_atom, name="feed_atom"),
    path("feed.json", views.feed_json, name="feed_json"),
    path("api/releases/", views.api_list, name="api_list"),
    path("api/releases/<release_address:address>/", views.api_detail, name="api_detail"),
    path("<release_address:address>/mail/", views.release_mail, name="release_mail"),
]
