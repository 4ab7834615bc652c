"""The blocks of bodies in the contract: what the blocks say of themselves, see cms.core.blocks.contract."""

from wagtail.blocks import StreamBlock

from cms.core.blocks.contract import components_of
from cms.delivery.registry import all_types
from cms.delivery.serializers import BodyField


def streams() -> list[type[StreamBlock]]:
    """Return the stream blocks that documents have, each once."""
    fields = (field for made in all_types() for field in made.serializer().fields.values())
    return list(dict.fromkeys(field.stream for field in fields if isinstance(field, BodyField)))


def block_components() -> dict[str, dict]:
    """Return the components of all blocks, named in the active language."""
    return {name: schema for stream in streams() for name, schema in components_of(stream).items()}
