"""XML of a published set as a tree: no entity is expanded and nothing is fetched."""

from pathlib import Path

from lxml import etree

from dragoman.errors import InputError


def xml_tree(path: Path) -> etree._Element:
    """The root of a file; raises InputError for what is no XML and for entities of its own."""
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    try:
        tree = etree.parse(str(path), parser)
    except (OSError, etree.XMLSyntaxError) as error:
        raise InputError(f"{path}: this is no XML that can be read: {error}") from error
    if any(node.tag is etree.Entity for node in tree.getroot().iter()):
        raise InputError(f"{path}: it uses entities of its own, which are not expanded; take them out of it")
    return tree.getroot()
