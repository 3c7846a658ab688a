# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""HTML cards, of runs and of sweeps, in a real browser: on a phone, a tablet and a desk, light, dark and on paper.

usage: test_browser.py BLACKSTART SOURCE_DIR [UNITTEST ARGUMENT...]

BS_SCREENSHOTS=DIR in the environment keeps what was seen, for whoever wants to look, too. Skipped (77) where there
is no Chromium, unless CI=true.
"""
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import devtools
import hostile

USAGE = "usage: test_browser.py BLACKSTART SOURCE_DIR [UNITTEST ARGUMENT...]"
EXIT_SKIPPED = 77
EXITS_WITH_CARD = (0, 1, 2)
RUN_SECONDS_MAX = 120
SCREENS = {"phone": 375, "tablet": 768, "desktop": 1280}
SCHEMES = ("light", "dark")
# A4 without the margins that Chromium leaves on paper.
PAPER_WIDTH = 718
# Of the Web Content Accessibility Guidelines 2.1, 1.4.3, for text that is not large.
CONTRAST_MIN = 4.5
MISSED = "scenarios/platform/failback.yaml"
PASSED = "scenarios/platform/switchover.yaml"
# Each gives a list of what is wrong, empty if nothing is.
OVERFLOW = """(() => {
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  return wide > 0 ? [`${wide} px too wide`] : [];
})()"""
PAPER_OVERFLOW = """[...document.querySelectorAll('.wide')].filter(box => box.scrollWidth > box.clientWidth + 1)
  .map(box => `${box.getAttribute('aria-label')}: ${box.scrollWidth} of ${box.clientWidth} px`)"""
DRAWINGS = """(() => {
  const wrong = [];
  for (const svg of document.querySelectorAll('svg[role=img]')) {
    const view = svg.viewBox.baseVal;
    if (!svg.querySelector(':scope > title')?.textContent.trim()) wrong.push('a drawing without a title');
    for (const text of svg.querySelectorAll('text')) {
      const box = text.getBBox();
      if (box.x < -0.5 || box.x + box.width > view.width + 0.5 || box.y < -0.5 ||
          box.y + box.height > view.height + 0.5) wrong.push(`cut: ${text.textContent}`);
    }
  }
  for (const image of document.querySelectorAll('img')) wrong.push('an image');
  return wrong;
})()"""
HEADINGS = """(() => {
  const wrong = [];
  let level = 0;
  for (const heading of document.querySelectorAll('h1,h2,h3,h4,h5,h6')) {
    const own = Number(heading.tagName[1]);
    if (own > level + 1) wrong.push(`${heading.tagName} after h${level}: ${heading.textContent}`);
    level = own;
  }
  if (document.querySelectorAll('h1').length !== 1) wrong.push('not one h1');
  if (!document.documentElement.lang) wrong.push('no language');
  if (!document.title.trim()) wrong.push('no title');
  return wrong;
})()"""
# The colour of each text against the bar that it stands on, or the nearest ground behind it in the tree.
CONTRAST = """(() => {
  const parse = text => {
    const parts = text.match(/[\\d.]+/g)?.map(Number);
    return parts ? {rgb: parts.slice(0, 3), alpha: parts.length > 3 ? parts[3] : 1} : null;
  };
  const luminance = rgb => {
    const [r, g, b] = rgb.map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = element => {
    for (let at = element; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour && colour.alpha > 0.99) return colour.rgb;
    }
    return [255, 255, 255];
  };
  const bar = element => {
    if (!(element instanceof SVGElement)) return null;
    const text = element.getBoundingClientRect();
    const under = [...element.ownerSVGElement.querySelectorAll('rect')].filter(rect => {
      const box = rect.getBoundingClientRect();
      return box.left <= text.left && box.right >= text.right && box.top <= text.bottom && box.bottom >= text.top;
    }).map(rect => parse(getComputedStyle(rect).fill)).filter(colour => colour && colour.alpha > 0.99);
    return under.length ? under.at(-1).rgb : null;
  };
  const wrong = new Set();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || ['TITLE', 'DESC', 'STYLE', 'SCRIPT'].includes(element.tagName.toUpperCase())) continue;
    const style = getComputedStyle(element);
    const ink = parse(element instanceof SVGElement ? style.fill : style.color);
    const [a, b] = [luminance(ink.rgb), luminance(bar(element) ?? ground(element))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < %s) wrong.add(`${ratio.toFixed(2)} for "${node.data.trim().slice(0, 40)}"`);
  }
  return [...wrong];
})()""" % CONTRAST_MIN
EXECUTED = "window.executed === undefined ? [] : ['a name was executed']"
ALWAYS = {"drawings": DRAWINGS, "headings": HEADINGS, "executed": EXECUTED}


class Case(unittest.TestCase):
    binary = None
    source = None
    browser = None
    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="blackstart-cards-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def run_program(self, *arguments):
        done = subprocess.run([self.binary, *map(str, arguments)], cwd=self.source, capture_output=True,
                              stdin=subprocess.DEVNULL, check=False, timeout=RUN_SECONDS_MAX)
        self.assertIn(done.returncode, EXITS_WITH_CARD, done.stderr[-2000:])

    def run_scenario(self, scenario):
        """The folder with its history and its card."""
        out = self.folder / Path(scenario).stem
        self.run_program("run", scenario, "--seed", "2", "--quiet", "--format", "html", "--out", out)
        return out

    def report(self, name, lines):
        """The card of a history that is given as text."""
        history = self.folder / f"{name}.jsonl"
        history.write_text(lines, encoding="utf-8")
        self.run_program("report", history, "--quiet", "--format", "html", "--out", self.folder / name)
        return self.folder / name / "report.html"

    def open_page(self, path):
        page = self.browser.open_page()
        self.addCleanup(page.close)
        page.load(path.as_uri())
        return page

    def keep(self, name, bytes_seen):
        folder = os.environ.get("BS_SCREENSHOTS")
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            (Path(folder) / name).write_bytes(bytes_seen)

    def check_card(self, name, path):
        """Opens the card, and looks at it from everywhere."""
        page = self.open_page(path)
        for screen, width in SCREENS.items():
            for scheme in SCHEMES:
                page.show(width, scheme)
                self.check_view(page, f"{name}-{screen}-{scheme}", {**ALWAYS, "overflow": OVERFLOW,
                                                                    "contrast": CONTRAST})
        page.show(PAPER_WIDTH, "light", "print")
        self.check_view(page, f"{name}-paper", {**ALWAYS, "overflow": OVERFLOW, "paper": PAPER_OVERFLOW,
                                                "contrast": CONTRAST})
        pdf = page.pdf()
        self.assertTrue(pdf.startswith(b"%PDF-"), name)
        self.keep(f"{name}.pdf", pdf)
        self.assertEqual(set(page.requests()), {path.as_uri()}, name)
        self.assertEqual(page.complaints(), [], name)
        return page

    def check_view(self, page, view, checks):
        for check, expression in checks.items():
            with self.subTest(view=view, check=check):
                self.assertEqual(page.evaluate(expression), [])
        if os.environ.get("BS_SCREENSHOTS"):
            self.keep(f"{view}.png", page.screenshot())


class CardsTest(Case):
    def test_a_missed_objective_and_hostile_names(self):
        out = self.run_scenario(MISSED)
        self.check_card("missed", out / "report.html")
        page = self.check_card("hostile", self.report("hostile", hostile.make_hostile(out / "history.jsonl")))
        self.assertIn("<script>window.executed=1</script>", page.evaluate("document.body.textContent"))

    def test_a_met_objective(self):
        self.check_card("passed", self.run_scenario(PASSED) / "report.html")

    def test_an_empty_history(self):
        self.check_card("empty", self.report("empty", hostile.make_empty()))

    def test_nothing_is_missing_without_scripts(self):
        out = self.run_scenario(PASSED)
        path = out / "report.html"
        with_scripts = self.open_page(path).evaluate("document.body.innerText")
        page = self.browser.open_page()
        self.addCleanup(page.close)
        page.call("Emulation.setScriptExecutionDisabled", value=True)
        page.load(path.as_uri())
        self.assertEqual(page.evaluate("document.body.innerText"), with_scripts)
        run = json.loads((out / "history.jsonl").read_text(encoding="utf-8").partition("\n")[0])
        for part in (f"blackstart run {PASSED} --seed 2", run["scenario_sha256"], run["plan_sha256"], run["version"],
                     hashlib.sha256((out / "history.jsonl").read_bytes()).hexdigest()):
            self.assertIn(part, with_scripts)


class SweepsTest(Case):
    def sweep(self, name, scenario, *words):
        out = self.folder / name
        self.run_program("sweep", scenario, "--quiet", "--format", "html", "--out", out, *words)
        return out / "sweep.html"

    def test_variants_and_what_moves_them(self):
        path = self.sweep("variants", "scenarios/platform/region-loss.yaml", "--trials", "100", "--influence", "10",
                          "--vary", "resources.orders-dr.class=db.t3.large,db.r5.2xlarge", "--set", "duration=20m",
                          "--set", "faults.0.at=1m", "--set", "objectives.platform.rto=10m")
        self.check_card("sweep", path)

    def test_outages_without_an_end(self):
        path = self.sweep("endless", "scenarios/platform/route53-down.yaml", "--trials", "12", "--influence", "0")
        self.check_card("endless", path)

    def test_names_are_inert(self):
        """A variant's label is the author's text, as he spelt it."""
        value = "faults.0.name=\"</title><script>window.executed=1</script>\",'a &amp; b'"
        path = self.sweep("named", "scenarios/platform/blip.yaml", "--trials", "5", "--influence", "0", "--vary", value)
        page = self.check_card("named", path)
        self.assertIn("<script>window.executed=1</script>", page.evaluate("document.body.textContent"))


WRONG = """<!DOCTYPE html><title> </title><style>body{margin:0;background:#fff}</style>
<h1>a</h1><h3>b</h3><p style="width:2000px;color:#bbb">pale</p><img src="missing.png">
<div class="wide" style="width:100px;overflow:hidden"><p style="width:300px">wide</p></div>
<svg role="img" viewBox="0 0 10 10" width="10" height="10"><text x="9" y="9">longer than that</text></svg>
<script>window.executed = 1; console.error("wrong"); undefined.wrong</script>"""


class WrongCardTest(Case):
    """Each check finds what it is there to find."""

    def test_all_that_is_wrong_is_seen(self):
        path = self.folder / "wrong.html"
        path.write_text(WRONG, encoding="utf-8")
        page = self.open_page(path)
        page.show(SCREENS["desktop"], "light")
        self.assertEqual(page.evaluate(OVERFLOW), ["720 px too wide"])
        self.assertEqual(len(page.evaluate(PAPER_OVERFLOW)), 1)
        self.assertEqual(page.evaluate(DRAWINGS), ["a drawing without a title", "cut: longer than that", "an image"])
        self.assertEqual(page.evaluate(HEADINGS), ["H3 after h1: b", "no language", "no title"])
        self.assertEqual(page.evaluate(CONTRAST), ['1.92 for "pale"'])
        self.assertEqual(page.evaluate(EXECUTED), ["a name was executed"])
        self.assertIn((self.folder / "missing.png").as_uri(), page.requests())
        self.assertGreaterEqual(len(page.complaints()), 2)


def main():
    if len(sys.argv) < 3:
        sys.exit(USAGE)
    path = devtools.find_browser()
    if path is None:
        print("no chromium here", file=sys.stderr)
        sys.exit(1 if os.environ.get("CI") == "true" else EXIT_SKIPPED)
    Case.binary = str(Path(sys.argv[1]).resolve())
    Case.source = Path(sys.argv[2]).resolve()
    with devtools.Browser(path) as Case.browser:
        done = unittest.main(argv=[sys.argv[0], *sys.argv[3:]], exit=False)
    sys.exit(0 if done.result.wasSuccessful() else 1)


if __name__ == "__main__":
    main()
