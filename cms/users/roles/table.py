"""The table of roles: who may do what. The administrator, who may do everything, has none.

Permissions that do not exist (a room that is not installed) are passed over; see cms.users.roles.keeping.
"""

from django.utils.translation import gettext_lazy as _

from cms.users.roles.role import EVERY_TREE, OWN_TREE, SOURCE_TREE, Role, rights_on

ENTER = ("wagtailadmin.access_admin",)
SEND_TO_TRANSLATION = ("wagtail_localize.submit_translation",)

CHOOSE_FILES = rights_on("wagtailimages.image wagtaildocs.document", "choose")
ADD_FILES = rights_on("wagtailimages.image wagtaildocs.document wagtailmedia.media", "add")
CHANGE_FILES = rights_on("wagtailimages.image wagtaildocs.document wagtailmedia.media", "change")

TERMS = "articles.category articles.legalfield articles.issuer articles.questiontopic media.videoseries"
LAW_TERMS = "articles.legalfield articles.issuer articles.questiontopic"
INFORMATION = "home.link home.linkgroup home.election home.alert"
FRAME = "home.menu home.organisation"
SEARCH_WORDS = "cms_search.synonymgroup cms_search.promotedresult"
CAPTIONS = "media.captionfile"
REPORTS = ("cms_search.view_fruitlesssearch", "cms_statistics.view_daycount")
CASE = "cases.case"
TRANSLATED = f"{TERMS} {INFORMATION} {FRAME}"

PUBLISHER = Role(
    key="publisher",
    name=_("Publisher (leader)"),
    pages={EVERY_TREE: ("add", "change", "publish", "bulk_delete", "lock", "unlock")},
    files=CHOOSE_FILES + ADD_FILES + CHANGE_FILES,
    rights=(
        *ENTER,
        *SEND_TO_TRANSLATION,
        *rights_on(f"{TERMS} {INFORMATION}", "view", "add", "change", "delete", "publish"),
        *rights_on(FRAME, "view", "change", "publish"),
        *rights_on(f"{SEARCH_WORDS} {CAPTIONS}", "view", "add", "change", "delete"),
        *rights_on("wagtailredirects.redirect", "add", "change", "delete"),
        *REPORTS,
        "cms_statistics.view_daycount",
        *rights_on(CASE, "view", "change", "approve", "publish", "sign_off"),
        *rights_on("cases.consentnotice", "view", "add"),
        *rights_on("cases.holiday", "view", "add", "change", "delete"),
        "cases.manage_personal_data",
    ),
)
EDITOR = Role(
    key="editor",
    name=_("Editor"),
    pages={EVERY_TREE: ("add", "change", "lock", "unlock")},
    files=CHOOSE_FILES + ADD_FILES + CHANGE_FILES,
    rights=(
        *ENTER,
        *SEND_TO_TRANSLATION,
        *rights_on(f"{TERMS} {INFORMATION}", "view", "add", "change"),
        *rights_on(f"{SEARCH_WORDS} {CAPTIONS}", "view", "add", "change", "delete"),
        *REPORTS,
        "cms_statistics.view_daycount",
    ),
)
# "add" alone: changes and deletes what he made himself, until it is published.
AUTHOR = Role(
    key="author",
    name=_("Author"),
    pages={SOURCE_TREE: ("add",)},
    files=CHOOSE_FILES + ADD_FILES,
    rights=(*ENTER, *rights_on(CAPTIONS, "view", "add", "change")),
)
# Snippets have no tree: cms.translation.guards keeps each to the snippets of his own language.
TRANSLATOR = Role(
    key="translator",
    name=_("Translator"),
    pages={OWN_TREE: ("add", "change")},
    files=CHOOSE_FILES,
    rights=(
        *ENTER,
        *SEND_TO_TRANSLATION,
        *rights_on(TRANSLATED, "view", "change"),
        *rights_on(CAPTIONS, "view", "add", "change"),
    ),
    each_language=True,
)
LEGAL_ADVISER = Role(
    key="legal_adviser",
    name=_("Legal adviser"),
    pages={"articles.LawLibraryPage": ("add", "change"), "articles.QuestionIndexPage": ("add", "change")},
    files=CHOOSE_FILES + ADD_FILES,
    rights=(*ENTER, *rights_on(LAW_TERMS, "view", "add", "change"), *rights_on(CASE, "view", "change", "publish")),
)
PARTNER_MANAGER = Role(
    key="partner_manager",
    name=_("Partner manager"),
    pages={},
    rights=(*ENTER, *rights_on("partners.partner", "view", "add", "change", "delete")),
)

ROLES = (PUBLISHER, EDITOR, AUTHOR, TRANSLATOR, LEGAL_ADVISER, PARTNER_MANAGER)
