"""Sitemaps, for the root of the site: path("", include("govpage.news.sitemap_urls"))."""

from django.urls import path

from govpage.news.outputs import views

app_name = "govpage_news_sitemap"

urlpatterns = [
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("sitemap-<int:number>.xml", views.sitemap_page, name="sitemap_page"),
    path("news-sitemap.xml", views.news_sitemap, name="news_sitemap"),
]
