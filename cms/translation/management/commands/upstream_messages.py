"""List what the installed packages say that is not shown in Vietnamese; run it after every upgrade."""

import polib
from django.core.management.base import BaseCommand, CommandError

from cms.translation.packages.comparison import find_all_faults, our_catalogue, untranslated
from cms.translation.packages.messages import DOMAINS, by_key, read_package
from cms.translation.packages.names import PACKAGES


class Command(BaseCommand):
    help = "Show how much of each installed package is Vietnamese, and fail unless all of it is, by the glossary."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument(
            "--to-translate", action="store_true", help="Print what is missing as a catalogue to fill in, and stop."
        )

    def handle(self, *, to_translate, **options):
        if to_translate:
            self.stdout.write(str(self._missing()))
            return
        for domain in DOMAINS:
            ours = by_key(our_catalogue(domain))
            for package in PACKAGES:
                messages = read_package(package, domain)
                if messages.english:
                    done = len(messages.english) - len(untranslated(messages, ours))
                    self.stdout.write(f"{package} ({domain}): {done} of {len(messages.english)}")
        if faults := list(find_all_faults()):
            raise CommandError("\n".join([*faults, f"{len(faults)} fault(s) in the packages' Vietnamese"]))

    def _missing(self) -> polib.POFile:
        missing = polib.POFile()
        for domain in DOMAINS:
            ours = by_key(our_catalogue(domain))
            for package in PACKAGES:
                for english in untranslated(read_package(package, domain), ours):
                    plural = {"msgid_plural": english.msgid_plural, "msgstr_plural": {0: ""}}
                    missing.append(
                        polib.POEntry(
                            msgctxt=english.msgctxt,
                            msgid=english.msgid,
                            comment=f"{package} ({domain})",
                            occurrences=english.occurrences,
                            **(plural if english.msgid_plural else {}),
                        )
                    )
        return missing
