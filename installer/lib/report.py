"""Reads the results of the last test run (build/results).

summary       prints failures, skips with their reasons, and the line "N passed, N failed, N skipped"; exit 1 on a failure
requirements  prints each requirement ID with the tests that show it and their result, or NONE

A test says what it shows behind its declaration:   void oneBadRecordRefusesThePayload(); // R-PIPE-01 G8
A program that is one test (benchmark, proof) says it in a line of its own that begins with "// shows:" or "# shows:".
tests/requirements.txt lists the IDs that the issues cite.
"""
import pathlib
import re
import sys
import xml.etree.ElementTree as xml

ROOT = pathlib.Path(__file__).resolve().parents[2]
RESULTS = ROOT / "build" / "results"
ID = re.compile(r"\b(?:R-[A-Z]+-\d+|[GPAF]\d+b?)\b")


def qt_results(file):
    """(class, function) -> pass|fail|skip of a Qt Test JUnit file; data rows are folded into names function(row)."""
    suite = xml.parse(file).getroot()
    name = suite.get("name", file.stem)
    for case in suite.iter("testcase"):
        function = case.get("name", "")
        if re.match(r"(initTestCase|cleanupTestCase)\b", function) and case.find("failure") is None and case.find("error") is None:
            continue
        outcome, why = "pass", ""
        for tag, word in (("failure", "fail"), ("error", "fail"), ("skipped", "skip")):
            found = case.find(tag)
            if found is not None:
                outcome, why = word, (found.get("message") or found.text or "").strip().split("\n")[0]
                break
        yield name, function, outcome, why


def collect():
    """Every single test as (build, program, function, outcome, why)."""
    rows = []
    if not RESULTS.is_dir():
        return rows
    for folder in sorted(RESULTS.iterdir()):
        if (folder / "broken").exists():
            rows.append((folder.name, "build", "compiles", "fail", f"see build/{folder.name}.log"))
        for ctest in (folder / "ctest.xml", folder / "bench.xml"):
            if not ctest.exists():
                continue
            for case in xml.parse(ctest).getroot().iter("testcase"):
                program = case.get("name")
                status = case.get("status")
                own = folder / f"{program}.xml"
                single = []
                if own.exists():
                    try:
                        single = [(folder.name, program, f, o, w) for _, f, o, w in qt_results(own)]
                    except xml.ParseError:
                        single = []
                rows += single
                ok = status == "run"
                if not single:
                    outcome = "pass" if ok else "skip" if status in ("notrun", "disabled") else "fail"
                    rows.append((folder.name, program, "", outcome, status))
                elif not ok and all(o != "fail" for *_, o, _ in single):
                    rows.append((folder.name, program, "(program)", "fail", "ended abnormally or ran out of time"))
        for outcome in sorted(folder.glob("*.outcome")):
            rows.append((folder.name, outcome.stem, "", outcome.read_text().strip(), f"see build/results/proof/{outcome.stem}.log"))
    return rows


def summary():
    rows = collect()
    count = {word: sum(r[3] == word for r in rows) for word in ("pass", "fail", "skip")}
    for build, program, function, outcome, why in rows:
        if outcome != "pass":
            print(f"{outcome.upper()}  {build}: {program} {function}  {why}")
    if not rows:
        print("no test ran")
    print(f"{count['pass']} passed, {count['fail']} failed, {count['skip']} skipped")
    return 1 if count["fail"] or not rows else 0


def cited_in_tests():
    """ID -> set of (program-independent) test function names, from the test sources."""
    shown = {}
    declaration = re.compile(r"\bvoid\s+(\w+)\(\)\s*;\s*//\s*(.+)$")
    for source in sorted((ROOT / "tests").rglob("*.cpp")):
        for line in source.read_text(encoding="utf-8").splitlines():
            if line.startswith("// shows:"):
                for identifier in ID.findall(line):
                    shown.setdefault(identifier, set()).add((source.stem, source.stem))
            found = declaration.search(line)
            if found:
                for identifier in ID.findall(found.group(2)):
                    shown.setdefault(identifier, set()).add((source.stem, found.group(1)))
    for script in sorted((ROOT / "tests" / "proofs").iterdir()):
        for line in script.read_text(encoding="utf-8").splitlines():
            if line.startswith("# shows:"):
                for identifier in ID.findall(line):
                    shown.setdefault(identifier, set()).add((script.name, "proof"))
    return shown


def requirements():
    rows = collect()
    outcome_of = {}
    for _, program, function, outcome, _ in rows:
        name = function.split("(")[0] or program
        order = {"pass": 0, "skip": 1, "fail": 2}
        if order[outcome] >= order[outcome_of.get(name, "pass")]:
            outcome_of[name] = outcome
    shown = cited_in_tests()
    listed = [line.split("#")[0].strip() for line in (ROOT / "tests" / "requirements.txt").read_text().splitlines()]
    key = lambda i: [int(p) if p.isdigit() else p for p in re.split(r"(\d+)", i)]
    none = 0
    for identifier in sorted({i for i in listed if i} | set(shown), key=key):
        tests = sorted(shown.get(identifier, ()))
        if not tests:
            none += 1
            print(f"{identifier:12} NONE")
        for position, (where, function) in enumerate(tests):
            result = outcome_of.get(where if function == "proof" else function, "not run")
            print(f"{identifier if position == 0 else '':12} {where} {function}: {result}")
    print(f"{len(shown)} shown by tests, {none} with NONE")
    return 0


if __name__ == "__main__":
    sys.exit(requirements() if sys.argv[1:] == ["requirements"] else summary())
