import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("govpage_feedback", "0003_move_answers")]

    operations = [
        migrations.RemoveField(model_name="vote", name="helpful"),
        migrations.RemoveField(model_name="vote", name="version_name"),
        migrations.AlterField(
            model_name="vote",
            name="version",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="votes",
                to="govpage_feedback.contentversion",
                verbose_name="version of the content",
            ),
        ),
        migrations.AlterField(
            model_name="vote",
            name="answer",
            field=models.CharField(
                choices=[("yes", "Yes"), ("no", "No"), ("partly", "Partly")], max_length=8, verbose_name="answer"
            ),
        ),
    ]
