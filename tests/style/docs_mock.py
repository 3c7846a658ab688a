# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""The part of docs/MOCK.md between its two markers is what tools/mock_doc.c prints.

usage: docs_mock.py MOCK_DOC [--fix]
--fix puts the generator's output there.
"""
from pathlib import Path

import printed_part

if __name__ == "__main__":
    printed_part.check(Path("docs/MOCK.md"), "tools/mock_doc.c", __doc__)
