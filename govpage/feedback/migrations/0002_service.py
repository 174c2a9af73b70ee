import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("govpage_feedback", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AuditEvent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_index=True, default=django.utils.timezone.now, verbose_name="at")),
                ("actor", models.CharField(blank=True, max_length=150, verbose_name="who")),
                ("action", models.CharField(max_length=64, verbose_name="what")),
                ("details", models.JSONField(default=dict, verbose_name="details")),
                ("once", models.CharField(editable=False, max_length=64, null=True, unique=True)),
            ],
            options={
                "verbose_name": "event",
                "verbose_name_plural": "events",
                "ordering": ("-at", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="ReasonTally",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField(verbose_name="day")),
                ("reason", models.CharField(max_length=32, verbose_name="reason")),
                ("slot", models.PositiveSmallIntegerField(default=0, editable=False)),
                ("count", models.PositiveIntegerField(default=0, verbose_name="count")),
            ],
            options={
                "verbose_name": "tally of reasons",
                "verbose_name_plural": "tallies of reasons",
            },
        ),
        migrations.CreateModel(
            name="SavedFilter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=100, verbose_name="name")),
                ("query", models.CharField(max_length=500, verbose_name="filter")),
                ("shared", models.BooleanField(default=False, verbose_name="shared with everybody")),
            ],
            options={
                "verbose_name": "saved filter",
                "verbose_name_plural": "saved filters",
                "ordering": ("name",),
            },
        ),
        migrations.CreateModel(
            name="ScreeningTally",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField(verbose_name="day")),
                ("check_name", models.CharField(max_length=64, verbose_name="check")),
                ("verdict", models.CharField(max_length=16, verbose_name="verdict")),
                ("count", models.PositiveIntegerField(default=0, verbose_name="count")),
            ],
            options={
                "verbose_name": "tally of a check",
                "verbose_name_plural": "tallies of checks",
            },
        ),
        migrations.CreateModel(
            name="Section",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=100, unique=True, verbose_name="name")),
                (
                    "prefix",
                    models.CharField(
                        max_length=200,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^/(?!/)\\S*\\Z", "Begin with one slash and leave out spaces, as in /news/."
                            )
                        ],
                        verbose_name="addresses begin with",
                    ),
                ),
            ],
            options={
                "verbose_name": "section",
                "verbose_name_plural": "sections",
                "ordering": ("name",),
            },
        ),
        migrations.CreateModel(
            name="Tag",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=50, unique=True, verbose_name="name")),
            ],
            options={
                "verbose_name": "tag",
                "verbose_name_plural": "tags",
                "ordering": ("name",),
            },
        ),
        migrations.CreateModel(
            name="Tally",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField(verbose_name="day")),
                ("slot", models.PositiveSmallIntegerField(default=0, editable=False)),
                ("yes", models.PositiveIntegerField(default=0, verbose_name="yes")),
                ("no", models.PositiveIntegerField(default=0, verbose_name="no")),
                ("partly", models.PositiveIntegerField(default=0, verbose_name="partly")),
                ("held", models.PositiveIntegerField(default=0, verbose_name="held")),
                ("held_yes", models.PositiveIntegerField(default=0, verbose_name="yes among those held")),
            ],
            options={
                "verbose_name": "tally",
                "verbose_name_plural": "tallies",
            },
        ),
        migrations.AlterModelOptions(
            name="comment",
            options={
                "ordering": ("-sent", "-pk"),
                "permissions": [
                    ("export_comment", "Can export feedback"),
                    ("api_comment", "Can read feedback through the API"),
                    ("all_sections", "Can see the feedback of all sections"),
                ],
                "verbose_name": "comment",
                "verbose_name_plural": "comments",
            },
        ),
        migrations.AlterModelOptions(
            name="vote",
            options={
                "ordering": ("-sent", "-pk"),
                "permissions": [("release_vote", "Can release or set aside held answers")],
                "verbose_name": "answer",
                "verbose_name_plural": "answers",
            },
        ),
        migrations.RenameField(model_name="vote", old_name="version", new_name="version_name"),
        migrations.AddField(
            model_name="comment",
            name="assignee",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="assigned to",
            ),
        ),
        migrations.AddField(
            model_name="comment",
            name="held_because",
            field=models.CharField(blank=True, max_length=64, verbose_name="held because"),
        ),
        migrations.AddField(
            model_name="comment",
            name="kind",
            field=models.CharField(
                choices=[("follow-up", "After an answer"), ("problem", "Report of a problem")],
                default="follow-up",
                max_length=16,
                verbose_name="kind",
            ),
        ),
        migrations.AddField(
            model_name="comment",
            name="note",
            field=models.TextField(blank=True, max_length=1000, verbose_name="note"),
        ),
        migrations.AddField(
            model_name="comment",
            name="outcome",
            field=models.CharField(blank=True, max_length=280, verbose_name="acted on: what"),
        ),
        migrations.AddField(
            model_name="comment",
            name="removed",
            field=models.CharField(blank=True, max_length=200, verbose_name="removed from it"),
        ),
        migrations.AddField(
            model_name="comment",
            name="state",
            field=models.CharField(
                choices=[
                    ("new", "New"),
                    ("in-progress", "In progress"),
                    ("acted-on", "Acted on"),
                    ("no-action", "No action"),
                    ("escalated", "Escalated"),
                    ("held", "Held for review"),
                ],
                default="new",
                max_length=16,
                verbose_name="state",
            ),
        ),
        migrations.AddField(
            model_name="vote",
            name="answer",
            field=models.CharField(
                choices=[("yes", "Yes"), ("no", "No"), ("partly", "Partly")],
                default="",
                max_length=8,
                verbose_name="answer",
            ),
        ),
        migrations.AddField(
            model_name="vote",
            name="reason",
            field=models.CharField(blank=True, max_length=32, verbose_name="reason"),
        ),
        migrations.AlterField(
            model_name="comment",
            name="key",
            field=models.CharField(editable=False, max_length=64, null=True, unique=True),
        ),
        migrations.AlterField(
            model_name="comment",
            name="reason",
            field=models.CharField(blank=True, max_length=32, verbose_name="reason"),
        ),
        migrations.AlterField(
            model_name="comment",
            name="vote",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="comment",
                to="govpage_feedback.vote",
                verbose_name="answer",
            ),
        ),
        migrations.AlterField(
            model_name="vote",
            name="key",
            field=models.CharField(editable=False, max_length=64, null=True, unique=True),
        ),
        migrations.AlterField(
            model_name="vote",
            name="status",
            field=models.CharField(
                choices=[("counted", "Counted"), ("held", "Held for review"), ("set-aside", "Set aside")],
                default="counted",
                max_length=16,
                verbose_name="status",
            ),
        ),
        migrations.CreateModel(
            name="Alert",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("fell", "A page is found less helpful than before"),
                            ("silent-page", "A page gets no answers any more"),
                            ("silent-site", "The site gets no answers any more"),
                            ("clearance", "The clearance of the questions ends soon"),
                            ("redaction", "A comment could not be checked for personal information"),
                            ("burst", "A page gets unusually many equal answers"),
                        ],
                        max_length=16,
                        verbose_name="kind",
                    ),
                ),
                ("cause", models.CharField(editable=False, max_length=128, unique=True)),
                ("details", models.JSONField(default=dict, verbose_name="details")),
                ("raised", models.DateTimeField(default=django.utils.timezone.now, verbose_name="raised")),
                ("closed", models.DateTimeField(blank=True, null=True, verbose_name="closed")),
                (
                    "page",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="alerts",
                        to="govpage_feedback.page",
                        verbose_name="page",
                    ),
                ),
            ],
            options={
                "verbose_name": "alert",
                "verbose_name_plural": "alerts",
                "ordering": ("-raised", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="ContentVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(blank=True, max_length=64, verbose_name="version")),
                ("first_answer", models.DateTimeField(default=django.utils.timezone.now, verbose_name="first answer")),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="versions",
                        to="govpage_feedback.page",
                        verbose_name="page",
                    ),
                ),
            ],
            options={
                "verbose_name": "version of the content",
                "verbose_name_plural": "versions of the content",
                "ordering": ("first_answer", "pk"),
            },
        ),
        migrations.AddField(
            model_name="vote",
            name="version",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="votes",
                to="govpage_feedback.contentversion",
                verbose_name="version of the content",
            ),
        ),
        migrations.AddIndex(
            model_name="vote",
            index=models.Index(fields=["status", "-sent"], name="govpage_feedback_held"),
        ),
        migrations.AddField(
            model_name="reasontally",
            name="page",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="reason_tallies",
                to="govpage_feedback.page",
                verbose_name="page",
            ),
        ),
        migrations.AddField(
            model_name="reasontally",
            name="version",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                to="govpage_feedback.contentversion",
                verbose_name="version of the content",
            ),
        ),
        migrations.AddField(
            model_name="savedfilter",
            name="made_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="made by",
            ),
        ),
        migrations.AddConstraint(
            model_name="screeningtally",
            constraint=models.UniqueConstraint(
                fields=("day", "check_name", "verdict"), name="govpage_feedback_screening"
            ),
        ),
        migrations.AddField(
            model_name="section",
            name="owner",
            field=models.ForeignKey(
                blank=True,
                help_text="The group whose members see this section; staff with the permission see all sections.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="auth.group",
                verbose_name="owner",
            ),
        ),
        migrations.AddField(
            model_name="page",
            name="section",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="pages",
                to="govpage_feedback.section",
                verbose_name="section",
            ),
        ),
        migrations.AddField(
            model_name="comment",
            name="tags",
            field=models.ManyToManyField(
                blank=True, related_name="comments", to="govpage_feedback.tag", verbose_name="tags"
            ),
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(fields=["state", "-sent"], name="govpage_feedback_queue"),
        ),
        migrations.AddField(
            model_name="tally",
            name="page",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="tallies",
                to="govpage_feedback.page",
                verbose_name="page",
            ),
        ),
        migrations.AddField(
            model_name="tally",
            name="version",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                to="govpage_feedback.contentversion",
                verbose_name="version of the content",
            ),
        ),
        migrations.AddConstraint(
            model_name="contentversion",
            constraint=models.UniqueConstraint(fields=("page", "name"), name="govpage_feedback_version"),
        ),
        migrations.AddConstraint(
            model_name="reasontally",
            constraint=models.UniqueConstraint(
                fields=("page", "version", "day", "reason", "slot"), name="govpage_feedback_reasons"
            ),
        ),
        migrations.AddConstraint(
            model_name="savedfilter",
            constraint=models.UniqueConstraint(fields=("made_by", "name"), name="govpage_feedback_filter"),
        ),
        migrations.AddIndex(
            model_name="tally",
            index=models.Index(fields=["day", "page"], name="govpage_feedback_day"),
        ),
        migrations.AddConstraint(
            model_name="tally",
            constraint=models.UniqueConstraint(
                fields=("page", "version", "day", "slot"), name="govpage_feedback_tally_once"
            ),
        ),
    ]
