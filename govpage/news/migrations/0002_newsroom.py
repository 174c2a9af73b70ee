import datetime

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import govpage.news.fields
import govpage.news.files


class Migration(migrations.Migration):
    dependencies = [
        ("govpage_news", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ArchiveRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("press_release", "Press release"),
                            ("statement", "Statement"),
                            ("media_advisory", "Media advisory"),
                            ("fact_sheet", "Fact sheet"),
                            ("remarks", "Remarks"),
                            ("testimony", "Testimony"),
                            ("blog", "Blog"),
                        ],
                        max_length=20,
                        unique=True,
                        verbose_name="kind",
                    ),
                ),
                (
                    "months",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Counted from the day of release; never when empty.",
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(1200),
                        ],
                        verbose_name="age in months",
                    ),
                ),
            ],
            options={
                "verbose_name": "rule of archiving",
                "verbose_name_plural": "rules of archiving",
                "ordering": ("kind",),
            },
        ),
        migrations.CreateModel(
            name="Office",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                (
                    "slug",
                    models.SlugField(allow_unicode=True, blank=True, max_length=150, unique=True, verbose_name="slug"),
                ),
                (
                    "boilerplate",
                    models.TextField(blank=True, help_text="Ends its releases.", verbose_name="about the office"),
                ),
            ],
            options={
                "verbose_name": "office",
                "verbose_name_plural": "offices",
                "ordering": ("name",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Topic",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                (
                    "slug",
                    models.SlugField(allow_unicode=True, blank=True, max_length=150, unique=True, verbose_name="slug"),
                ),
            ],
            options={
                "verbose_name": "topic",
                "verbose_name_plural": "topics",
                "ordering": ("name",),
                "abstract": False,
            },
        ),
        migrations.AlterModelOptions(
            name="newsrelease",
            options={
                "ordering": ("-sort_day", "-pk"),
                "permissions": (
                    ("publish_newsrelease", "Can publish news releases"),
                    ("archive_newsrelease", "Can archive news releases"),
                    ("withdraw_newsrelease", "Can withdraw news releases"),
                ),
                "verbose_name": "news release",
                "verbose_name_plural": "news releases",
            },
        ),
        migrations.AddField(
            model_name="newsrelease",
            name="archive_sort_day",
            field=models.DateField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="newsrelease",
            name="archives_at",
            field=models.DateTimeField(db_index=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="newsrelease",
            name="boilerplate",
            field=models.TextField(
                blank=True,
                help_text="Ends the release; that of the office when empty.",
                verbose_name="about the office",
            ),
        ),
        migrations.AddField(
            model_name="newsrelease",
            name="change_notes",
            field=models.JSONField(blank=True, default=list, verbose_name="change notes"),
        ),
        migrations.AddField(
            model_name="newsrelease",
            name="deleted_at",
            field=models.DateTimeField(blank=True, db_index=True, editable=False, null=True, verbose_name="deleted at"),
        ),
        migrations.AddField(
            model_name="newsrelease",
            name="disposition",
            field=models.CharField(blank=True, editable=False, max_length=300, verbose_name="records disposition"),
        ),
        migrations.AddField(
            model_name="newsrelease",
            name="embargoed",
            field=models.BooleanField(default=False, verbose_name="under embargo until then"),
        ),
        migrations.AddField(
            model_name="newsrelease",
            name="expires_at",
            field=models.DateTimeField(blank=True, db_index=True, null=True, verbose_name="expires at"),
        ),
        migrations.AddField(
            model_name="newsrelease",
            name="image",
            field=models.FileField(
                blank=True,
                max_length=200,
                upload_to="news/images/%Y/%m/",
                validators=[govpage.news.files.validate_image],
                verbose_name="image",
            ),
        ),
        migrations.AddField(
            model_name="newsrelease",
            name="image_alt",
            field=models.CharField(blank=True, max_length=300, verbose_name="alternative text"),
        ),
        migrations.AddField(
            model_name="newsrelease",
            name="image_caption",
            field=models.CharField(blank=True, max_length=300, verbose_name="caption"),
        ),
        migrations.AddField(
            model_name="newsrelease",
            name="image_decorative",
            field=models.BooleanField(
                default=False, help_text="The image says nothing that the text does not say.", verbose_name="decorative"
            ),
        ),
        migrations.AddField(
            model_name="newsrelease",
            name="immediate",
            field=models.BooleanField(default=False, verbose_name="for immediate release"),
        ),
        migrations.AddField(
            model_name="newsrelease",
            name="in_review",
            field=models.BooleanField(default=False, verbose_name="in review"),
        ),
        migrations.AddField(
            model_name="newsrelease",
            name="kept_current",
            field=models.BooleanField(
                default=False, help_text="The rule for its kind leaves it out.", verbose_name="not archived by rule"
            ),
        ),
        migrations.AddField(
            model_name="newsrelease",
            name="owner",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="owner",
            ),
        ),
        migrations.AddField(
            model_name="newsrelease",
            name="quick_facts",
            field=models.JSONField(blank=True, default=list, verbose_name="quick facts"),
        ),
        migrations.AddField(
            model_name="newsrelease",
            name="quotes",
            field=models.JSONField(blank=True, default=list, verbose_name="quotes"),
        ),
        migrations.AddField(
            model_name="newsrelease",
            name="related",
            field=models.ManyToManyField(blank=True, to="govpage_news.newsrelease", verbose_name="related releases"),
        ),
        migrations.AddField(
            model_name="newsrelease",
            name="review_by",
            field=models.DateField(blank=True, db_index=True, null=True, verbose_name="review by"),
        ),
        migrations.AddField(
            model_name="newsrelease",
            name="revision",
            field=models.PositiveIntegerField(default=0, editable=False, verbose_name="revision"),
        ),
        migrations.AddField(
            model_name="newsrelease",
            name="search_text",
            field=models.TextField(default="", editable=False),
        ),
        migrations.AddField(
            model_name="newsrelease",
            name="sort_day",
            field=models.DateField(default=datetime.date(1, 1, 1), editable=False),
        ),
        migrations.AddField(
            model_name="newsrelease",
            name="translation_of",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="translations",
                to="govpage_news.newsrelease",
                verbose_name="translation of",
            ),
        ),
        migrations.AddField(
            model_name="newsrelease",
            name="updated_at",
            field=models.DateTimeField(blank=True, db_index=True, null=True, verbose_name="updated at"),
        ),
        migrations.AddField(
            model_name="newsrelease",
            name="withdrawal_reason",
            field=models.TextField(blank=True, verbose_name="reason for withdrawal"),
        ),
        migrations.AlterField(
            model_name="newsrelease",
            name="archive_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="archive at"),
        ),
        migrations.AlterField(
            model_name="newsrelease",
            name="byline",
            field=models.CharField(
                blank=True, help_text="Without the word “By”.", max_length=200, verbose_name="byline"
            ),
        ),
        migrations.AlterField(
            model_name="newsrelease",
            name="source_digest",
            field=models.CharField(blank=True, db_index=True, editable=False, max_length=64),
        ),
        migrations.AlterField(
            model_name="newsrelease",
            name="withdraw_at",
            field=models.DateTimeField(blank=True, db_index=True, null=True, verbose_name="withdraw at"),
        ),
        migrations.CreateModel(
            name="Attachment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "file",
                    models.FileField(
                        max_length=200,
                        upload_to="news/files/%Y/%m/",
                        validators=[govpage.news.files.validate_attachment],
                        verbose_name="file",
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                (
                    "language",
                    models.CharField(
                        blank=True, help_text="That of the release when empty.", max_length=16, verbose_name="language"
                    ),
                ),
                ("size", models.PositiveBigIntegerField(default=0, editable=False, verbose_name="size")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "release",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attachments",
                        to="govpage_news.newsrelease",
                        verbose_name="release",
                    ),
                ),
            ],
            options={
                "verbose_name": "attachment",
                "verbose_name_plural": "attachments",
                "ordering": ("order", "pk"),
            },
        ),
        migrations.CreateModel(
            name="FormerAddress",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("address", models.CharField(max_length=180, unique=True, verbose_name="address")),
                (
                    "release",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="former_addresses",
                        to="govpage_news.newsrelease",
                    ),
                ),
            ],
            options={
                "verbose_name": "former address",
                "verbose_name_plural": "former addresses",
            },
        ),
        migrations.AddField(
            model_name="newsrelease",
            name="office",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="releases",
                to="govpage_news.office",
                verbose_name="office",
            ),
        ),
        migrations.CreateModel(
            name="Revision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField(verbose_name="number")),
                ("saved", models.DateTimeField(auto_now_add=True, verbose_name="saved")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                ("content", models.JSONField(default=dict, verbose_name="content")),
                ("findings", models.JSONField(default=list, verbose_name="findings")),
                (
                    "release",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="revisions",
                        to="govpage_news.newsrelease",
                    ),
                ),
                (
                    "saved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="saved by",
                    ),
                ),
            ],
            options={
                "verbose_name": "revision",
                "verbose_name_plural": "revisions",
                "ordering": ("-number",),
            },
        ),
        migrations.CreateModel(
            name="Section",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("label", models.CharField(max_length=120, verbose_name="label")),
                (
                    "address",
                    models.CharField(
                        blank=True,
                        help_text="No link when empty.",
                        max_length=500,
                        validators=[govpage.news.fields.validate_address],
                        verbose_name="address",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="govpage_news.section",
                        verbose_name="within",
                    ),
                ),
            ],
            options={
                "verbose_name": "section",
                "verbose_name_plural": "sections",
                "ordering": ("order", "pk"),
            },
        ),
        migrations.RenameField(model_name="newsrelease", old_name="section", new_name="section_label"),
        migrations.AddField(
            model_name="newsrelease",
            name="section",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="releases",
                to="govpage_news.section",
                verbose_name="section",
            ),
        ),
        migrations.AddField(
            model_name="newsrelease",
            name="topics",
            field=models.ManyToManyField(
                blank=True, related_name="releases", to="govpage_news.topic", verbose_name="topics"
            ),
        ),
        migrations.AddIndex(
            model_name="newsrelease",
            index=models.Index(fields=["-sort_day", "-id"], name="govpage_news_by_day"),
        ),
        migrations.AddIndex(
            model_name="newsrelease",
            index=models.Index(fields=["kind", "-sort_day", "-id"], name="govpage_news_by_kind"),
        ),
        migrations.AddIndex(
            model_name="newsrelease",
            index=models.Index(fields=["language", "-sort_day", "-id"], name="govpage_news_by_language"),
        ),
        migrations.AddIndex(
            model_name="newsrelease",
            index=models.Index(fields=["office", "-sort_day", "-id"], name="govpage_news_by_office"),
        ),
        migrations.AddIndex(
            model_name="newsrelease",
            index=models.Index(fields=["-archive_sort_day", "-id"], name="govpage_news_by_archive_day"),
        ),
        migrations.AddConstraint(
            model_name="revision",
            constraint=models.UniqueConstraint(fields=("release", "number"), name="govpage_news_revision_once"),
        ),
    ]
