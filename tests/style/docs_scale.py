# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""The worked examples of docs/SCALE.md work: each section's files are written and its commands run, in a folder of its
own in which `scenarios` is the repository's, with few trials. What it calls `whole` must be the sweep of one process.

sbatch, kubectl, aws and docker are played by this program: they run on this machine what they are given, with the
variables that the real ones set, as far as the page uses them; AWS's requests are checked against the service's model,
Jobs against the keys that they may have.

usage: docs_scale.py BLACKSTART [MPIRUN]
Without MPIRUN, which takes a BLACKSTART built with MPI, the section on mpirun is passed over.
"""
import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import docs_examples
import tree

PAGE = Path("docs/SCALE.md")
# What takes hours on the page takes a second here.
TRIALS_ON_PAGE, TRIALS = "--trials 1000000", "--trials 40 --influence 0"
FILE = re.compile(r"`([\w.-]+)`[^`\n]*\n\n\Z")
SECONDS_MAX = 250
PLAYED = ("sbatch", "kubectl", "aws", "docker")
RESULTS = ("sweep.json", "sweep.txt", "sweep.html")
# Objectives met, missed, not to be judged: the sweep was run.
STATUSES_OF_VERDICTS = (0, 1, 2)


# ---- The programs that are played ----

def run(command, **environment):
    """A job's command; its output is not that of the scheduler's program. Its exit status."""
    done = subprocess.run(command, env={**os.environ, **environment}, stdout=sys.stderr, check=False,
                          timeout=SECONDS_MAX)
    return done.returncode


def require(condition, words):
    if not condition:
        sys.exit(f"{Path(sys.argv[0]).name}: {words}")


def array_indices(text):
    """The tasks of 1-8 or 3 or 1,3."""
    for part in text.split(","):
        first, _, last = part.partition("-")
        yield from range(int(first), int(last or first) + 1)


def play_sbatch(words):
    """Options stand in the script, those of the command line win. Answers with a number."""
    script = Path(words[-1])
    asked = re.findall(r"(?m)^#SBATCH --([\w-]+)(?:=(\S+))?$", script.read_text()) + [
        re.fullmatch(r"--([\w-]+)(?:=(\S+))?", word).groups("") for word in words[:-1]]
    options = dict(asked)
    known = {"job-name", "array", "ntasks", "cpus-per-task", "mem", "time", "requeue", "parsable", "dependency"}
    require(set(options) <= known, f"unknown options: {set(options) - known}")
    require(script.read_text().startswith("#!"), f"{script} has no interpreter")
    environment = {}
    if "cpus-per-task" in options:
        environment["SLURM_CPUS_PER_TASK"] = "2" if int(options["cpus-per-task"]) > 2 else "1"
    if "dependency" in options:
        require(options["dependency"] == "afterok:1000", "--dependency names no job")
    # Where the array is given again it need not be whole: SLURM_ARRAY_TASK_COUNT counts what was given.
    tasks = list(array_indices(options["array"])) if "array" in options else [None]
    statuses = []
    for task in tasks:
        of_task = {} if task is None else {"SLURM_ARRAY_TASK_ID": str(task), "SLURM_ARRAY_TASK_COUNT": str(len(tasks))}
        statuses.append(run(["bash", script], **environment, **of_task))
    require(all(status in STATUSES_OF_VERDICTS for status in statuses), f"{script}: {statuses}")
    print("1000" if "parsable" in options else "Submitted batch job 1000")


# The keys of a Job that the page uses, from the API reference of batch/v1 and core/v1.
JOB_KEYS = {
    "": {"apiVersion", "kind", "metadata", "spec"},
    "spec": {"completionMode", "completions", "parallelism", "backoffLimit", "podFailurePolicy", "template"},
    "spec.podFailurePolicy": {"rules"},
    "spec.podFailurePolicy.rules": {"action", "onExitCodes", "onPodConditions"},
    "spec.podFailurePolicy.rules.onExitCodes": {"containerName", "operator", "values"},
    "spec.podFailurePolicy.rules.onPodConditions": {"type"},
    "spec.template": {"spec"},
    "spec.template.spec": {"restartPolicy", "containers", "volumes"},
    "spec.template.spec.containers": {"name", "image", "command", "args", "env", "resources", "volumeMounts"},
    "spec.template.spec.containers.env": {"name", "value"},
    "spec.template.spec.containers.volumeMounts": {"name", "mountPath"},
    "spec.template.spec.volumes": {"name", "persistentVolumeClaim"},
    "spec.template.spec.volumes.persistentVolumeClaim": {"claimName"},
}


def check_keys(value, path=""):
    if isinstance(value, list):
        for item in value:
            check_keys(item, path)
    elif isinstance(value, dict) and path in JOB_KEYS:
        require(set(value) <= JOB_KEYS[path], f"{path or 'Job'} has no {set(value) - JOB_KEYS[path]}")
        for key, item in value.items():
            check_keys(item, f"{path}.{key}".lstrip("."))


def apply_job(path):
    import yaml  # Debian's python3-yaml: only sections that need it.
    job = yaml.safe_load(path.read_text())
    check_keys(job)
    require((job["apiVersion"], job["kind"]) == ("batch/v1", "Job"), f"{path} is no Job")
    spec, pod = job["spec"], job["spec"]["template"]["spec"]
    container, = pod["containers"]
    require(pod["restartPolicy"] == "Never", "podFailurePolicy and Indexed Jobs want restartPolicy: Never")
    require({mount["name"] for mount in container["volumeMounts"]} == {volume["name"] for volume in pod["volumes"]},
            "mounts and volumes differ")
    for rule in spec.get("podFailurePolicy", {}).get("rules", []):
        require(rule.get("onExitCodes", {}).get("containerName", container["name"]) == container["name"],
                "a rule names no container")
    environment = {row["name"]: row["value"] for row in container["env"]}
    mount = container["volumeMounts"][0]["mountPath"]
    volume = Path("volume").resolve()
    volume.mkdir(exist_ok=True)
    environment = {name: value.replace(mount, str(volume)) for name, value in environment.items()}
    indices = range(spec["completions"]) if spec.get("completionMode") == "Indexed" else [None]
    for index in indices:
        of_pod = {} if index is None else {"JOB_COMPLETION_INDEX": str(index)}
        require(run([*container["command"], *container["args"]], **environment, **of_pod) == 0, f"{path}: pod {index}")


def play_kubectl(words):
    if words[:2] == ["apply", "-f"]:
        apply_job(Path(words[2]))
    else:
        require(words[0] in ("wait", "logs") and words[-1].startswith("job/"), f"unknown: {words}")


def validate(operation, parameters):
    """As AWS's own client would, by Debian's botocore."""
    import botocore.session
    import botocore.validate
    model = botocore.session.get_session().get_service_model("batch").operation_model(operation)
    report = botocore.validate.ParamValidator().validate(parameters, model.input_shape)
    require(not report.has_errors(), report.generate_report())


def register_definition(words):
    option, url = words
    require(option == "--cli-input-json" and url.startswith("file://"), f"unknown: {words}")
    definition = json.loads(Path(url.removeprefix("file://")).read_text())
    validate("RegisterJobDefinition", definition)
    Path(f"definition-{definition['jobDefinitionName']}").write_text(json.dumps(definition))


def submit_job(words):
    options = dict(zip(words[::2], words[1::2]))
    size = re.fullmatch(r"size=(\d+)", options.get("--array-properties", "size=0")).group(1)
    overrides = json.loads(options.get("--container-overrides", "{}"))
    validate("SubmitJob", {"jobName": options["--job-name"], "jobQueue": options["--job-queue"],
                           "jobDefinition": options["--job-definition"], "arrayProperties": {"size": int(size)},
                           "containerOverrides": overrides})
    container = json.loads(Path(f"definition-{options['--job-definition']}").read_text())["containerProperties"]
    environment = {row["name"]: row["value"] for row in container["environment"] + overrides.get("environment", [])}
    # What the image has there is the page's file.
    command = [word.replace("/usr/local/bin/shard.sh", "shard.sh") for word in container["command"]]
    children = [{"AWS_BATCH_JOB_ARRAY_INDEX": str(index)} for index in range(int(size))] or [{}]
    for child in children:
        require(run(command, **environment, **child) == 0, f"child {child}")


def play_aws(words):
    def local(path):
        return Path(path.replace("s3://", "s3-"))
    if words[:2] == ["batch", "register-job-definition"]:
        register_definition(words[2:])
    elif words[:2] == ["batch", "submit-job"]:
        submit_job(words[2:])
    else:
        require(words[:3] == ["s3", "cp", "--recursive"] and len(words) == 5, f"unknown: {words}")
        shutil.copytree(local(words[3]), local(words[4]), dirs_exist_ok=True)


def play_docker(words):
    """Builds nothing, but looks that there is something to build from."""
    require(words[0] in ("build", "push"), f"unknown: {words}")
    if words[0] == "build":
        name = words[words.index("-f") + 1] if "-f" in words else "Dockerfile"
        text = Path(name).read_text()
        require(text.startswith("FROM "), f"{name} begins with no FROM")
        for copied in re.findall(r"(?m)^COPY (?!--from)(\S+) ", text):
            require(Path(copied).exists(), f"{name} copies {copied}, which is not there")


# ---- The page ----

def sections(text):
    """Yields (title, text, line of its first character)."""
    starts = [match.start() for match in re.finditer(r"(?m)^## ", text)] + [len(text)]
    for start, end in zip(starts, starts[1:]):
        part = text[start:end]
        yield part.split("\n")[0][3:], part, text.count("\n", 0, start) + 1


def tools(folder, binary, mpirun):
    """A folder for PATH with the programs that the page calls."""
    here = folder / "bin"
    here.mkdir()
    (here / "blackstart").symlink_to(binary)
    for name in PLAYED:
        (here / name).write_text(f"#!/bin/sh\nexec {shlex.quote(sys.executable)} {shlex.quote(__file__)} --play {name} "
                                 '"$@"\n')
        (here / name).chmod(0o755)
    if mpirun:
        (here / "mpirun").symlink_to(mpirun)
    return here


def run_block(block, folder, environment):
    # A verdict is no failure of the page.
    script = block.replace(TRIALS_ON_PAGE, TRIALS)
    done = subprocess.run(["bash", "-c", script], cwd=folder, env=environment, capture_output=True, text=True,
                          timeout=SECONDS_MAX, check=False)
    if done.returncode in STATUSES_OF_VERDICTS and "usage" not in done.stderr and not re.search(
            rf"(?m)^({'|'.join(PLAYED)}): ", done.stderr):
        return None
    return f"exit status {done.returncode}\n{done.stdout}{done.stderr}"


def check_section(part, first_line, folder, environment):
    """Writes its files, runs its blocks; yields what is wrong."""
    for match in docs_examples.BLOCK.finditer(part):
        kind, block = match.groups()
        line = first_line + part.count("\n", 0, match.start(2))
        name = FILE.search(part, 0, match.start())
        if kind in ("bash", "yaml", "json", "dockerfile"):
            if name is None:
                yield f"{PAGE}:{line}: the block has no name"
            else:
                (folder / name.group(1)).write_text(block.replace(TRIALS_ON_PAGE, TRIALS))
        elif kind == "sh":
            problem = run_block(block, folder, environment)
            if problem:
                yield f"{PAGE}:{line}: {problem}"
        elif kind == "console":
            fewer = block.replace(TRIALS_ON_PAGE, TRIALS)
            for number, words, _ in docs_examples.compare(fewer, line, environment["BINARY"], folder):
                yield f"{PAGE}:{number}: not in the output: {words}"


def wholes_differ(folder, expected):
    """Every section that makes a `whole` has the same."""
    for whole in [*folder.glob("whole"), *folder.glob("volume/whole")]:
        for name in RESULTS:
            if not (whole / name).exists() or (whole / name).read_bytes() != (expected / name).read_bytes():
                yield name


def check_page(binary, mpirun, root):
    problems, compared = [], 0
    expected = root / "expected"
    environment = {**os.environ, "PATH": f"{tools(root, binary, mpirun)}:{os.environ['PATH']}", "BINARY": str(binary),
                   "OMPI_ALLOW_RUN_AS_ROOT": "1", "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM": "1", "TMPDIR": str(root)}
    subprocess.run([binary, "sweep", "scenarios/platform/region-loss.yaml", *TRIALS.split(), "--quiet", "--out",
                    expected], cwd=tree.ROOT, check=False, timeout=SECONDS_MAX)
    for number, (title, part, line) in enumerate(sections(tree.read(tree.ROOT, PAGE))):
        if title == "mpirun" and not mpirun:
            print("mpirun: passed over, blackstart was built without MPI")
            continue
        folder = root / str(number)
        folder.mkdir()
        for name in ("scenarios", "scripts"):
            (folder / name).symlink_to(tree.ROOT.resolve() / name)
        (folder / "hosts").write_text("localhost slots=2\n")
        problems += check_section(part, line, folder, environment)
        problems += [f"{PAGE}:{line}: {title}: {name} is not that of one process"
                     for name in wholes_differ(folder, expected)]
        compared += len([*folder.glob("whole"), *folder.glob("volume/whole")])
    print(f"{compared} sweeps compared with that of one process")
    return problems + ([] if compared >= 5 else [f"{PAGE}: only {compared} sections have a `whole`"])


def main():
    tree.answer_help(__doc__)
    if sys.argv[1:2] == ["--play"]:
        play = {"sbatch": play_sbatch, "kubectl": play_kubectl, "aws": play_aws, "docker": play_docker}[sys.argv[2]]
        sys.argv[0] = sys.argv[2]
        play(sys.argv[3:])
        return
    if len(sys.argv) < 2:
        print(__doc__)
        sys.exit(64)
    with tempfile.TemporaryDirectory(prefix="blackstart-docs-") as folder:
        problems = check_page(Path(sys.argv[1]).resolve(), sys.argv[2] if len(sys.argv) > 2 else "", Path(folder))
    tree.finish("docs_scale.py " + " ".join(sys.argv[1:]), problems)


if __name__ == "__main__":
    main()
