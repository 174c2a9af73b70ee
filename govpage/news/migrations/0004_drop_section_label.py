from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("govpage_news", "0003_fill_newsroom")]

    operations = [migrations.RemoveField("newsrelease", "section_label")]
