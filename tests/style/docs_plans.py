# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""The part of docs/PLANS.md between its two markers is what tools/plans_doc.c prints.

usage: docs_plans.py PLANS_DOC [--fix]
--fix puts the generator's output there.
"""
from pathlib import Path

import printed_part

if __name__ == "__main__":
    printed_part.check(Path("docs/PLANS.md"), "tools/plans_doc.c", __doc__)
