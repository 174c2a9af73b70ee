from django.urls import path, register_converter

from govpage.news import views


class AddressConverter:
    """The address of a release: its day, or "undated", and its slug."""

    regex = r"(?:\d{4}/\d{2}/\d{2}|undated)/[-\w]+"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(AddressConverter, "release_address")

app_name = "govpage_news"

urlpatterns = [
    path("", views.release_list, name="release_list"),
    path("archive/", views.archive, name="archive"),
    path("<int:year>/", views.year, name="year"),
    path("<int:year>/<int:month>/", views.month, name="month"),
    path("<release_address:address>/", views.release_detail, name="release_detail"),
]
