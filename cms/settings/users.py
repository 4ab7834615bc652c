"""Who may sign in, how often one may try, and the second factor."""

from datetime import timedelta

from .env import IS_PRODUCTION, REQUIRE_TWO_FACTOR  # noqa: F401 - read from settings

AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
LOGIN_URL = WAGTAIL_FRONTEND_LOGIN_URL = "/admin/login/"

# Failures are counted in the database: all processes and machines see the same, and no cache that is gone (Redis)
# opens the door, or shuts it.
AXES_HANDLER = "cms.users.sign_in.throttle.TwoLimitsHandler"
AXES_FAILURE_LIMIT = 5
# From one address, whatever the names: a whole office may be behind it.
SIGN_IN_FAILURES_AN_ADDRESS = 30
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"], "ip_address"]
AXES_CLIENT_IP_CALLABLE = "cms.users.sign_in.client.address_of"
AXES_LOCKOUT_CALLABLE = "cms.users.sign_in.throttle.answer"
AXES_RESET_ON_SUCCESS = True
# Otherwise whoever goes on trying would keep the right one out, too.
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
# Wagtail's own log and the list of sessions say who signed in.
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

# allauth: the way from the password to the second factor, and nothing else of it. No sign-up, no mails, no limits of
# its own (they would be kept in a cache, see above).
ACCOUNT_ADAPTER = "cms.users.second_factor.adapters.AccountAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*", "password2*"]
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_RATE_LIMITS = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 600
MFA_ADAPTER = "cms.users.second_factor.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "Công đoàn Quảng Ninh"
# A telephone's clock may be half a minute wrong.
MFA_TOTP_TOLERANCE = 1
