"""The delivery application: listens to what is saved, and puts Wagtail's actions into transactions."""

from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    name = "cms.delivery"
    label = "delivery"

    def ready(self):
        from cms.delivery import actions, index_jobs, listeners, redirects, tree_writes

        actions.put_in_transactions()
        tree_writes.put_under_lock()
        redirects.replace_wagtails()
        listeners.connect()
        index_jobs.enqueue_once_a_transaction()
