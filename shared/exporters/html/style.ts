const SERIF = '"Source Serif 4", "Noto Serif", Georgia, "Times New Roman"'
const SANS = '"Source Sans 3", "Noto Sans", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif'

/** How an exported page looks: as the reader does, light and dark, with notes in the margin where there is one. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --paper: #fbfaf6; --ink: #26221f; --second: #5c554d; --rule: #ddd7cc; --wash: 26%; --link: #2a5f96;
  font: 1.06rem/1.75 ${SERIF}, "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, serif; background: var(--paper); color: var(--ink); }
@media (prefers-color-scheme: dark) { :root { --paper: #1f1d1b; --ink: #e9e4dc; --second: #b3aba0; --rule: #45403a; --wash: 38%; --link: #9cc3ec; } }
[lang|="zh"] { font-family: ${SERIF}, "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, serif; }
[lang|="zh-Hant"], [lang="zh-TW"], [lang="zh-HK"] { font-family: ${SERIF}, "Noto Serif CJK TC", "Source Han Serif TC", "Songti TC", PMingLiU, serif; }
[lang|="ja"] { font-family: ${SERIF}, "Noto Serif CJK JP", "Hiragino Mincho ProN", "Yu Mincho", serif; }
[lang|="ko"] { font-family: ${SERIF}, "Noto Serif CJK KR", AppleMyungjo, Batang, serif; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 64rem; padding: 2.5rem 2rem 6rem; overflow-wrap: anywhere; }
h1, h2, h3, h4, h5, h6 { line-height: 1.35; margin: 1.6em 0 0.5em; text-wrap: balance; }
h1 { font-size: 1.9rem; margin-top: 0; } h2 { font-size: 1.5rem; } h3 { font-size: 1.25rem; } h4, h5, h6 { font-size: 1.08rem; }
p, ul, blockquote, pre { margin: 0 0 0.6em; }
a { color: var(--link); }
a:focus-visible, select:focus-visible, summary:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
.facts, .by, .bar, .caption, .footnote, .debris, .source, nav { font-family: ${SANS}; font-size: 0.82rem; line-height: 1.5; color: var(--second); }
.bar { position: sticky; top: 0; z-index: 1; display: flex; gap: 0.8rem; align-items: baseline; flex-wrap: wrap; padding: 0.6rem 0; background: var(--paper); border-bottom: 1px solid var(--rule); }
.bar select { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--second); border-radius: 4px; padding: 0.2em 0.4em; max-width: 22rem; }
nav ol { margin: 0.4em 0 0; padding-left: 2em; } nav ul { list-style: none; margin: 0.4em 0 0; padding: 0; }
nav small { color: var(--second); }
article { border-top: 1px solid var(--rule); margin-top: 3rem; padding-right: 19rem; scroll-margin-top: 4rem; }
.row { position: relative; } header + main > article:first-child { border-top: 0; margin-top: 1.5rem; }
.stripes { position: absolute; left: -1rem; top: 0.25em; bottom: 0.85em; display: flex; flex-direction: row-reverse; gap: 2px; }
.stripes i { width: 3px; background: var(--c); border-radius: 2px; }
.row p:lang(zh), .row p:lang(ja) { text-align: justify; }
article:lang(zh) .row > p:not([class]), article:lang(ja) .row > p:not([class]) { text-indent: 2em; }
mark { color: inherit; background: color-mix(in srgb, var(--c) var(--wash), transparent); box-shadow: inset 0 -0.14em var(--d, transparent); }
mark.bare { --c: #888; }
mark a { color: inherit; text-decoration: underline; text-decoration-color: var(--c); text-decoration-thickness: 1px; text-underline-offset: 0.22em; scroll-margin-top: 5rem; }
mark.at { box-shadow: inset 0 -0.14em var(--c); }
mark.off { background: none; box-shadow: none; } mark.off a { text-decoration-style: dotted; text-decoration-color: var(--second); }
.cards { float: right; clear: right; width: 17rem; margin: 0 -19rem 0.5rem 0; text-indent: 0; }
.card { font-family: ${SANS}; font-size: 0.8rem; line-height: 1.5; border-left: 3px solid var(--c, #888); padding: 0 0 0 0.6rem; margin: 0 0 0.5rem; scroll-margin-top: 5rem; }
.row .cards .card p, .card p { margin: 0 0 0.2em; text-indent: 0; text-align: start; }
.card:target, .card.at { background: color-mix(in srgb, var(--c, #888) 14%, transparent); }
.back { text-underline-offset: 0.2em; }
.theme { font-weight: 600; color: var(--ink); } .theme::before { content: ""; display: inline-block; width: 0.6em; height: 0.6em; margin-inline-end: 0.3em; border-radius: 2px; background: var(--c); }
header .note, article > .note, section > .note { border-left: 3px solid var(--rule); padding-left: 0.9rem; margin: 0.6rem 0 1rem; } .note p { margin-bottom: 0.3em; }
.note-heading { font-weight: 600; } .note-code { font-family: ui-monospace, Menlo, Consolas, monospace; white-space: pre-wrap; } .note-quotation { border-left: 2px solid var(--rule); padding-left: 0.8em; }
.link { font-size: 0.95em; }
.reference { padding-inline-start: 2em; text-indent: -2em; }
.card.passage { font-family: inherit; font-size: 1rem; line-height: 1.65; border: 0; padding: 0; margin: 0 0 1.1rem; } .passage blockquote.quote { margin: 0.6em 0 0.2em; }
.passage .about .note { font-size: 0.92rem; }
.marker { color: var(--second); }
ul { list-style: none; padding: 0; } li { margin-bottom: 0.25em; }
.row li { text-indent: -0.9em; } .row li > .marker { display: inline-block; min-width: 0.65em; text-indent: 0; }
.deep1 { padding-inline-start: 1.2em; } .deep2 { padding-inline-start: 2.6em; } .deep3 { padding-inline-start: 4em; } .deep4 { padding-inline-start: 5.4em; } .deep5 { padding-inline-start: 6.8em; }
blockquote { margin-left: 1.5em; } blockquote.quote { border-left: 3px solid var(--c, var(--rule)); margin: 1em 0 0.2em; padding-left: 1em; }
.context { color: var(--second); }
.about { margin: 0 0 0.3em 1.2em; } .about p { margin: 0 0 0.2em; }
.table { overflow-x: auto; margin: 0.6em 0; } sup, sub { line-height: 0; } table { border-collapse: collapse; font-size: 0.92em; } td { border: 1px solid var(--rule); padding: 0.2em 0.6em; vertical-align: top; }
pre, code { font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: 0.88em; } pre { white-space: pre-wrap; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
[hidden] { display: none; } .day { white-space: nowrap; }
.theme, .by, nav a, .link a, .link span, .note p { unicode-bidi: plaintext; }
@media (max-width: 52rem) {
  article { padding-right: 0; } .row { display: flex; flex-direction: column; } .row > * { margin-left: 0; }
  .row > blockquote { margin-left: 1.2em; }
  .cards { order: 2; float: none; width: auto; margin: 0 0 0.8rem 1rem; } .stripes { left: -0.8rem; }
}
`

/** The same on paper: the page's own margins, nothing to press. */
export const PAPER_STYLE = `
@page { size: A4; margin: 20mm 18mm 18mm; }
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #1f1c1a; --second: #595048; --rule: #d8d2c8; --wash: 26%; --link: #1f1c1a; font-size: 10.5pt; line-height: 1.6; }
  body { max-width: none; padding: 0 0 0 5mm; print-color-adjust: exact; }
  .bar, .back, .screen { display: none; } summary { list-style: none; }
  article { padding-right: 52mm; border-top: 0; margin-top: 0; } article + article { break-before: page; }
  .cards { width: 47mm; margin-right: -52mm; } .card { break-inside: avoid; } .cards .card { font-size: 7.5pt; }
  h1, h2, h3, h4, h5, h6, blockquote.quote { break-after: avoid; } p { orphans: 2; widows: 2; }
  .row { display: block; } .cards { float: right; order: 0; }
  a { text-decoration: none; }
}
`

/** The same as a sheet of A4 that lies on the screen, whatever the screen's own colours are. */
export const SHEET_STYLE = `${PAPER_STYLE.replace('@media print', '@media all')}
:root { background: #fff; } body { padding: 20mm 18mm 18mm 23mm; }
`
