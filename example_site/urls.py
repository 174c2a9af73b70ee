from django.contrib import admin
from django.urls import include, path

from example_site import views
from example_site.media import uploaded
from govpage.views import exit_page

urlpatterns = [
    path("", views.home, name="home"),
    path("news/", include("govpage.news.urls")),
    path("", include("govpage.news.sitemap_urls")),
    path("feedback/", include("govpage.feedback.urls")),
    path("components/", include("govpage.gallery.urls")),
    path("leaving/", exit_page, name="exit_page"),
    path("media/<path:path>", uploaded, name="uploaded"),
    path("admin/", admin.site.urls),
    *(path(address, views.page, {"name": name}, name=name) for name, address in views.PAGES.items()),
]
