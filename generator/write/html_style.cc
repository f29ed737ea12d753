#include "write/html_parts.h"

namespace gongkai {

namespace {

constexpr std::string_view style = R"css(
/* Faces, sizes and colours stand before this: html_look. Every text colour stands at least 4.5:1 against
   the paper in both schemes. */
:root {
  --edge-shade: #0003;
  --measure: 44.6rem; /* 42 characters of running text */
  --edge: clamp(1rem, 4vw, 3rem);
  --room: calc(min(100vw, 66rem) - 2 * var(--edge)); /* what a table may take before it scrolls */
}
@media (prefers-color-scheme: dark) { :root { --edge-shade: #fff3; } }

*, *::before, *::after { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1.5rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body {
  margin: 0 auto; padding: 0 var(--edge) 4rem; max-width: 66rem;
  background: var(--paper); color: var(--ink);
  font: var(--body); line-break: strict; overflow-wrap: break-word;
}
a { color: var(--link); text-underline-offset: .2em; text-decoration-thickness: .06em; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -100vw; top: 0; padding: .5em 1em; background: var(--paper); z-index: 2; }
.skip:focus { left: 1rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.whole, data { white-space: nowrap; }

/* Cover */
header { text-align: center; padding: clamp(2.5rem, 8vw, 6rem) 0 clamp(2rem, 6vw, 4rem); }
header.cover { border-bottom: 1px solid var(--line); }
header:not(.cover) { padding-bottom: 1rem; }
h1, .main-title, .cover-title { margin: 0 auto 1.2em; font: var(--cover-title); font-size: clamp(1.6rem, 5.2vw, var(--cover-title-size)); letter-spacing: .04em; text-wrap: balance; }
h1 span, .main-title span { display: block; }
.main-title, .cover-title, .cover-subtitle, .cover-line, .centred { text-align: center; text-indent: 0; }
.cover-subtitle { font: var(--cover-subtitle); }
.cover-line { font: var(--cover-line); color: var(--soft); margin-block: .3em; }

/* Running text: at most 42 characters a line, first lines indented by two */
p, h2, h3, h4, h5, h6, nav, figure { max-width: var(--measure); margin-inline: auto; }
p { margin-block: .35em; text-align: var(--body-align); text-indent: var(--body-indent); text-wrap: pretty; hanging-punctuation: allow-end; }
h2, h3, h4, h5, h6 { break-after: avoid; text-wrap: balance; }
/* The report's own level counts; the element may be higher where the report leaves one out */
h2, .level-1 { font: var(--level-1); color: var(--level-1-ink); text-align: var(--level-1-align); text-indent: var(--level-1-indent); margin-block: 3.5em 1.4em; }
h3, .level-2 { font: var(--level-2); color: var(--level-2-ink); text-align: var(--level-2-align); text-indent: var(--level-2-indent); margin-block: 2.2em .7em; }
h4, .level-3 { font: var(--level-3); color: var(--level-3-ink); text-align: var(--level-3-align); text-indent: var(--level-3-indent); margin-block: 1.5em .4em; }
h5, h6, .level-4, .level-5 { font: var(--level-4); color: var(--level-4-ink); text-align: var(--level-4-align); text-indent: var(--level-4-indent); margin-block: 1em .3em; }
.item .label { margin-right: .25em; }
.item.deeper .label { margin-right: 0; }
.closing { text-align: right; text-indent: 0; margin-top: 2em; }
.closing + .closing { margin-top: 0; }
.note, .footnote, .statement, .caption { font: var(--table-note); text-indent: 0; color: var(--soft); }
.note { font: var(--small); text-align: var(--small-align); text-indent: var(--small-indent); color: var(--small-ink); }
.caption { font: var(--caption); text-align: var(--caption-align); color: var(--caption-ink); }
.statement { color: var(--ink); }
.draft { text-indent: var(--draft-indent); padding: .5em 1em; border-left: 3px solid var(--note); background: var(--note-paper); font: var(--draft); color: var(--draft-ink); text-align: var(--draft-align); }
header .draft { width: fit-content; max-width: 100%; margin-block: 1em; }

/* Contents */
.contents { padding: 2rem 0; font-family: var(--sans); font-size: .9375rem; line-height: 1.6; }
.contents h2 { font-size: 1.2rem; margin: 0 0 1em; letter-spacing: .5em; text-indent: .5em; }
.contents ol { list-style: none; margin: 0; padding: 0; }
.contents ol ol { padding-left: 1.25em; }
.contents > ol > li { margin-top: .8em; font-weight: 600; }
.contents li li { font-weight: 400; }
.contents a { display: block; padding: .2em .25em; text-decoration: none; color: var(--ink); }
.contents a:hover { color: var(--link); text-decoration: underline; }
:target { background: linear-gradient(transparent 60%, var(--note-paper) 60%); }

/* Tables: each in a box of its own that scrolls, title and notes stay in view */
.table { width: fit-content; max-width: 100%; margin: 1.5rem auto 2.5rem; font-family: var(--table-face); }
/* The shades at the edges show that there is more, and are covered where there is none */
.box { position: relative; overflow-x: auto; background: linear-gradient(to right, var(--paper) 40%, transparent) left / 2rem 100% no-repeat local, linear-gradient(to left, var(--paper) 40%, transparent) right / 2rem 100% no-repeat local, linear-gradient(to right, var(--edge-shade), transparent) left / .75rem 100% no-repeat, linear-gradient(to left, var(--edge-shade), transparent) right / .75rem 100% no-repeat; }
table { border-collapse: collapse; margin-inline: auto; font-size: var(--table); line-height: 1.5; font-variant-numeric: tabular-nums lining-nums; }
.table table { min-width: min(var(--room), var(--measure)); border-bottom: 1.5px solid var(--ink); }
caption { padding: 0 0 .4em; text-align: left; }
.heading { position: sticky; left: 0; width: min(100%, var(--room)); display: grid; grid-template-columns: 1fr auto 1fr; align-items: baseline; gap: .1em .75em; }
.heading .title { grid-area: 1 / 1 / 2 / 4; font: var(--table-title); color: var(--table-title-ink); text-align: var(--table-title-align); padding: 0 5em; text-wrap: balance; }
.heading .code { grid-area: 1 / 3; justify-self: end; font: var(--table-note); }
.heading .notes { grid-area: 2 / 1 / 3 / 4; display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1em; font: var(--table-note); text-align: left; }
th, td { --v: .3em; --h: .6em; border: 1px solid var(--line); padding: var(--v) var(--h); text-align: left; font-weight: 400; vertical-align: middle; }
.table th:first-child, .table td:first-child { border-left: 0; }
.table tr > :last-child { border-right: 0; }
thead th, thead td { text-align: center; font-weight: 600; background: var(--shade); min-width: 4em; }
.table thead tr:first-child > * { border-top: 1.5px solid var(--ink); }
tbody th { min-width: 6em; } tbody th + th, td + th { min-width: 9em; } th.in-2, th.in-3, th.in-4 { min-width: 11em; }
/* A cell is a figure unless it says how its text stands */
tbody td { text-align: right; white-space: nowrap; } th, td, h1, .main-title, h2, h3, h4, h5, h6, .contents a, .heading .title { word-break: keep-all; } .long { word-break: normal; } td.start, td.centre, td.end { white-space: normal; }
thead th, .form th, td.centre, .form td:not(.start) { text-wrap: balance; }
.start.start { text-align: left; } .centre.centre { text-align: center; } .end.end { text-align: right; }
.table.form { width: auto; } .form table { width: 100%; min-width: 40rem; } .form th, .form td { text-align: center; } .form tbody th { background: var(--shade); min-width: 0; } .form tbody th[scope=col] { font-weight: 600; }
.form td { white-space: normal; } .form colgroup + tbody tr:first-child > * { border-top: 1.5px solid var(--ink); }
.in-1 { padding-left: calc(var(--h) + 1em); } .in-2 { padding-left: calc(var(--h) + 2em); }
.in-3 { padding-left: calc(var(--h) + 3em); } .in-4 { padding-left: calc(var(--h) + 4em); }
.total > * { font-weight: 600; background: var(--total); }
.subtotal > * { font-weight: 500; }
.blank > * { height: 1.9em; }
tbody tr:hover > * { background: var(--shade); }
.wide table { font-size: var(--table-wide); } .wide th, .wide td { --v: .25em; --h: .4em; }
.slim { --h: .35em; text-align: center; } thead .slim, tbody .slim { min-width: 2.5em; }
/* A long table keeps its header in sight, a wide one the names of its rows too */
.wide:not(.form) .box { max-height: max(20rem, 100vh - 2rem); overflow: auto; }
.wide thead { position: sticky; top: 0; z-index: 1; } .wide thead > tr > * { box-shadow: inset 0 -1px var(--line), inset -1px 0 var(--line); }
.wide .stay { position: sticky; left: 0; background: var(--paper); box-shadow: inset -1px 0 var(--line), 1px 0 var(--line); }
.wide .total .stay { background: var(--total); } .wide thead .stay { background: var(--shade); }
@media screen and (min-width: 64rem) {
  .table:not(.wide) > .box { overflow: visible; }
  .table:not(.wide) > .box > table > thead { position: sticky; top: 0; z-index: 1; }
  .table:not(.wide) > .box > table > thead > tr > * { box-shadow: inset 0 -1px var(--line); }
}
.footnote, .table .statement { max-width: none; width: 0; min-width: 100%; margin-top: .5em; } /* never widen the table */
@media (max-width: 40rem) {
  p { text-align: start; }
  .heading .title { grid-row: 2; padding: 0; } .heading .notes { grid-row: 3; }
  th, td { --v: .25em; --h: .45em; }
}

/* Colours of the reader's choice: no shades, charts as they are made */
@media (forced-colors: active) {
  .box { background: none; }
  .chart svg { forced-color-adjust: none; }
  .asked { outline: 2px solid; }
}

/* Charts: on light paper in both schemes, their greys are made for it */
.chart { margin-block: 1.8rem; font-family: var(--sans); }
.picture { overflow-x: auto; }
.chart svg { display: block; width: 100%; height: auto; min-width: 30rem; max-width: 34rem; margin: 0 auto; padding: .5rem; background: var(--picture); border-radius: 3px; }
@media (max-width: 40rem) { .chart svg { min-width: 0; } }
figcaption { font: var(--caption); color: var(--caption-ink); text-align: var(--caption-align); margin-top: .4em; }
.chart .statement { text-align: center; }
details { font-size: .875rem; text-align: center; margin-top: .2em; }
summary { color: var(--soft); cursor: pointer; padding: .2em .5em; list-style-position: inside; }
details table { margin-top: .4em; }

/* Where a figure comes from */
data[role] { cursor: help; border-radius: 2px; }
data[role]:hover, .asked { text-decoration: underline dotted; text-underline-offset: .25em; }
.asked { background: var(--note-paper); }
.source { position: fixed; right: 1rem; bottom: 1rem; z-index: 3; width: min(30rem, 100vw - 2rem); max-height: min(70vh, 36rem); overflow: auto; overscroll-behavior: contain; padding: 1rem 1.25rem; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; box-shadow: 0 .5rem 2rem #0004; font: .875rem/1.6 var(--sans); }
.source[hidden] { display: none; }
.source p { margin: .8em 0 .3em; text-align: start; text-indent: 0; color: var(--soft); }
.source .title { margin: 0 4em .6em 0; font-size: 1rem; font-weight: 700; color: var(--ink); }
.source .title:focus { outline: 0; }
.source > button { position: absolute; top: .9rem; right: 1rem; padding: .1em .7em; font: inherit; color: var(--ink); background: var(--shade); border: 1px solid var(--line); border-radius: 4px; cursor: pointer; }
.source ul { margin: .2em 0 0; padding-left: 1.1em; } .source .tree, .source .others { padding: 0; list-style: none; }
.source details { text-align: start; font-size: inherit; margin: 0; } .source summary { color: var(--ink); padding: 0; list-style-position: outside; }
.source b { font-weight: 600; } .formula, .place { color: var(--soft); overflow-wrap: anywhere; } .place { font-size: .8125rem; }
.others button { padding: .15em 0; font: inherit; text-align: start; color: var(--link); background: none; border: 0; text-decoration: underline; text-underline-offset: .2em; cursor: pointer; }

/* A wide screen has room for the contents beside the text */
@media screen and (min-width: 1100px) {
  :root { --room: calc(min(100vw, 88rem) - 21.5rem - var(--edge)); }
  body.with-contents { display: grid; grid-template-columns: 17rem minmax(0, 1fr); column-gap: 3.5rem; max-width: 88rem; padding-left: 0; }
  .with-contents > header, .with-contents > main { grid-column: 2; }
  .with-contents > main > :first-child { margin-top: 1.5rem; }
  .with-contents > .contents { grid-area: 1 / 1 / 3 / 2; position: sticky; top: 0; height: 100vh; overflow-y: auto; overscroll-behavior: contain; margin: 0; padding: 2.5rem 1.25rem 2rem 1.75rem; background: var(--desk); border-right: 1px solid var(--faint); font-size: .875rem; }
  .with-contents > .contents h2 { text-align: left; text-indent: 0; letter-spacing: .3em; font-size: 1rem; color: var(--soft); }
}

/* Paper */
@media print {
  :root { --edge-shade: transparent; }
  html { color-scheme: light; }
  body { max-width: none; padding: 0; }
  .skip, details, .source { display: none; }
  p, nav, figure, h2, h3, h4, h5, h6 { max-width: none; }
  p { margin-block: 0; orphans: 2; widows: 2; }
  a { text-decoration: none; color: inherit; }
  header.cover { border: 0; padding-top: 60mm; break-after: page; }
  header.cover, .contents, .contents + main > :is(p, .page-break):first-child, .contents + main > p:first-child + .page-break { page: front; }
  .contents { margin-bottom: 1em; padding: 0; font: var(--contents); font-size: calc(.92 * var(--unit)); line-height: 1.4; } .contents a { padding: 0; } .contents > ol > li { margin-top: .35em; }
  .level-1 { margin-block: 0 1em; } .level-2 { margin-block: 1.2em .4em; } .level-3 { margin-block: .7em .2em; }
  h2, h3, h4, h5, h6 { break-inside: avoid; }
  .page-break { break-after: page; }
  .box, .picture { overflow: visible; background: none; }
  .table { width: auto; margin-block: .5rem 1rem; }
  .heading { position: static; width: auto; }
  .footnote, .table .statement { width: auto; margin-top: .2em; } .footnote { break-before: avoid; }
  .table table { width: 100%; min-width: 0; line-height: 1.35; } .table th, .table td { --v: .6mm; --h: 1.2mm; min-width: 0; }
  .table.wide th, .table.wide td { --v: .5mm; --h: .5mm; } .table.landscape table { font-size: clamp(var(--table-wide), 120pt / var(--columns), var(--table)); } .table.broad table { font-size: min(5.5pt, 290pt / var(--columns)); } .table.broad th, .table.broad td { --h: .3mm; } .table.wide .stay { min-width: 9em; }
  .wide .stay, thead { position: static !important; } .wide:not(.form) .box { max-height: none; } .table thead > tr > *, .wide .stay { box-shadow: none !important; }
  .landscape, section:has(> :is(h2, h3, h4, h5, h6) + .landscape:last-child) { page: landscape; }
  .broad, section:has(> :is(h2, h3, h4, h5, h6) + .broad:last-child) { page: broad; }
  thead { display: table-header-group; } tr, caption { break-inside: avoid; } caption { break-after: avoid; }
  thead th, thead td, .form tbody th { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .chart { margin-block: .6rem; break-inside: avoid; } .chart svg { padding: 0; min-width: 0; max-width: 120mm; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .draft { border: .5pt solid #555; }
}
)css";

}  // namespace

std::string_view html_style() { return style.substr(1); }

}  // namespace gongkai
