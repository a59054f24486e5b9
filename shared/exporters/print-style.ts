/**
 * The style of a page to be printed, on A4 or Letter as the printer has it. Serifs for what is read, as in the reader;
 * an entry is kept together where a page has room for it.
 */
export const PRINT_STYLE = `
@page { margin: 22mm 20mm 20mm; }
:root { font: 10.5pt/1.55 "Source Serif 4", "Noto Serif", Georgia, "Times New Roman", serif; color: #1f1c1a; }
:root:lang(zh-Hans) { font-family: "Source Serif 4", "Noto Serif", Georgia, "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, serif; line-height: 1.7; }
:root:lang(zh-Hant) { font-family: "Source Serif 4", "Noto Serif", Georgia, "Noto Serif CJK TC", "Source Han Serif TC", "Songti TC", PMingLiU, serif; line-height: 1.7; }
* { margin: 0; padding: 0; box-sizing: border-box; }
body { overflow-wrap: anywhere; print-color-adjust: exact; }
header { border-bottom: 0.6pt solid #b9b2a8; padding-bottom: 4mm; margin-bottom: 5mm; }
h1 { font-size: 20pt; line-height: 1.3; text-wrap: balance; }
header p, small, .above, dt { font-family: "Source Sans 3", "Noto Sans", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif; font-size: 8.5pt; color: #6a625a; font-weight: 400; }
i { display: inline-block; flex: none; width: 2.4mm; height: 2.4mm; border-radius: 0.6mm; }
ul { list-style: none; columns: 2; column-gap: 10mm; margin-bottom: 8mm; font-size: 9.5pt; }
li, :is(h2, h3, h4, h5, h6) { display: flex; align-items: baseline; gap: 2mm; break-inside: avoid; }
li small, :is(h2, h3, h4, h5, h6) small { margin-left: auto; font-variant-numeric: tabular-nums; white-space: nowrap; }
section { margin-top: 5mm; break-inside: avoid; }
section:has(h2) { border-top: 0.4pt solid #d8d2c8; padding-top: 4mm; }
:is(h2, h3, h4, h5, h6) { font-size: 11.5pt; line-height: 1.35; break-after: avoid; }
h2 { font-size: 14pt; }
p { orphans: 2; widows: 2; }
dl { display: grid; grid-template-columns: 30mm 1fr; gap: 1mm 4mm; margin-top: 1.5mm; }
dt { padding-top: 0.4mm; }
.example { border-left: 0.8mm solid #d8d2c8; padding-left: 3mm; }
`
