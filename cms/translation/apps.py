"""The translation application: the trees follow each other, and upstream's doors are guarded."""

from django.apps import AppConfig


class TranslationConfig(AppConfig):
    name = "cms.translation"
    label = "translation"

    def ready(self):
        from cms.moderation import checklist, refusing
        from cms.moderation import work as moderation_work
        from cms.translation import (
            checklist_point,
            completeness,
            handing_in,
            languages,
            listeners,
            locales,
            machine,
            sources,
            upstream,
            upstream_labels,
            vanishing,
            work,
        )
        from cms.translation.editor import po_files
        from cms.translation.editor import views as editor
        from cms.translation.facts import doors, guarding
        from cms.translation.overview import explorer_order, state_column
        from cms.translation.states import listeners as states

        locales.keep_locales()
        upstream.put_in_place()
        sources.put_in_place()
        upstream_labels.put_in_place()
        languages.put_in_place()
        editor.put_in_place()
        po_files.put_in_place()
        vanishing.put_in_place()
        machine.put_in_place()
        doors.put_in_place()
        handing_in.put_in_place()
        listeners.connect()
        guarding.connect()
        states.connect()
        state_column.put_in_place()
        explorer_order.put_in_place()
        if work.translations_waiting not in moderation_work.translation_work:
            moderation_work.translation_work.append(work.translations_waiting)
        if completeness.require_complete not in refusing.refusals:
            refusing.refusals.append(completeness.require_complete)
        if checklist_point.translation not in checklist.checks:
            checklist.checks.append(checklist_point.translation)
