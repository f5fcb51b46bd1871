"""The people of a case, as its other parts name them."""

from dataclasses import dataclass

from core.exchange.nodes import Fields, Node, did_you_mean, quoted


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an event's reading needs to know of its case."""

    people: tuple[str, ...]
    zone: str
    application_zone: str

    def person(self, node: Node) -> str:
        """The id of a person who stands in the case."""
        name = node.text()
        if name not in self.people:
            what = f"names {quoted(name)}, but no person of the case has that id."
            raise node.error(what + did_you_mean(name, self.people))
        return name

    def maybe_person(self, fields: Fields) -> str | None:
        node = fields.get("person")
        return None if node is None or node.value is None else self.person(node)

    def persons(self, fields: Fields, key: str) -> tuple[str, ...]:
        return tuple(self.person(item) for item in fields.items(key))
