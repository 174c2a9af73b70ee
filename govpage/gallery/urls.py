from django.urls import path

from govpage.gallery import views

app_name = "govpage_gallery"

urlpatterns = [
    path("", views.index, name="index"),
    path("<slug:slug>/", views.component, name="component"),
    path("<slug:slug>/<slug:name>/", views.example, name="example"),
]
