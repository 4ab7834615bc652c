"""The moderation application: the workflow is kept with the roles, and its mails speak their receiver's language."""

from django.apps import AppConfig


class ModerationConfig(AppConfig):
    name = "cms.moderation"
    label = "moderation"

    def ready(self):
        from cms.moderation import deciding, receivers, refusing, side_panel, workflow
        from cms.users.roles import keeping

        deciding.put_in_place()
        receivers.put_in_place()
        refusing.put_in_place()
        side_panel.put_in_place()
        if workflow.keep_workflow not in keeping.followers:
            keeping.followers.append(workflow.keep_workflow)
