/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/sweep/sweep_html_parts.h"

/* Contrasts as in reports/html_style.c; each curve has a dash of its own besides its colour. */
const char bs_sweep_style[] =
    ":root{--c1:#b35900;--c2:#1a7f37;--c3:#8250df;--c4:#bf3989;--c5:#57606a}\n"
    "@media(prefers-color-scheme:dark){:root{--c1:#e0823d;--c2:#3fb950;--c3:#b392f0;--c4:#f778ba;"
    "--c5:#9198a1}}\n"
    ".verdict strong{text-transform:uppercase}h3{font-size:1rem;margin:1.2rem 0 .4rem}\n"
    ".plot svg{width:100%;min-width:40rem;max-width:60rem;height:auto}.m{text-anchor:middle}"
    ".on{fill:var(--ground)!important}.wide+.wide{margin-top:.5rem}\n"
    "td .faint{font-size:.85em;display:block}\n"
    "details{margin:.4rem 0}summary{cursor:pointer;color:var(--accent)}\n"
    ".curve{fill:none;stroke-width:2}.band{fill:var(--accent);opacity:.16}\n"
    ".c0{stroke:var(--accent)}.c1{stroke:var(--c1);stroke-dasharray:8 4}"
    ".c2{stroke:var(--c2);stroke-dasharray:2 3}.c3{stroke:var(--c3);stroke-dasharray:10 3 2 3}\n"
    ".c4{stroke:var(--c4);stroke-dasharray:5 5}.c5{stroke:var(--c5);stroke-dasharray:14 4}\n"
    ".target{stroke:var(--bad);stroke-width:1.5;stroke-dasharray:6 3}\n"
    ".base{stroke:var(--ink);stroke-width:1.5}.estimate{stroke:var(--ink);stroke-width:1.5}"
    ".point{fill:var(--accent)}\n"
    ".full{fill:var(--accent)}.pale{fill:var(--accent);opacity:.45}.endless{fill:var(--bad)}"
    ".hatched{fill:url(#waiting)}\n"
    "@media print{.plot svg{min-width:0}tbody td,tbody th{min-width:0}"
    "td.n,td .faint{white-space:normal;overflow-wrap:break-word}}\n";
