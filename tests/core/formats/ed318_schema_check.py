# Validates FeatureCollections against the JSON schemas of ED-318: ed318_schema_check.py SCHEMA_FOLDER FILE...
# One line per error; the exit code is the number of files that are not valid.
import json
import pathlib
import sys

import jsonschema
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT7

folder = pathlib.Path(sys.argv[1])
resources = []
for path in folder.glob("Schema_*.json"):
    resource = Resource(contents=json.loads(path.read_text(encoding="utf-8")), specification=DRAFT7)
    resources += [("./" + path.name, resource), (path.name, resource)]
registry = Registry().with_resources(resources)
schema = json.loads((folder / "Schema_GeoZones.json").read_text(encoding="utf-8"))
validator = jsonschema.Draft7Validator(schema, registry=registry)
bad = 0
for name in sys.argv[2:]:
    errors = list(validator.iter_errors(json.loads(pathlib.Path(name).read_text(encoding="utf-8"))))
    for error in errors:
        print(f"{name}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
    bad += bool(errors)
print(f"{len(sys.argv) - 2 - bad} valid, {bad} not")
sys.exit(bad)
