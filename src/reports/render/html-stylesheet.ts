/** The calm, print-ready look of a report. Tints carry dark text at 4.5 to 1 or better, and read in grey. */
export const htmlStylesheet = `
:root{--accent:#12436d;--ink:#0b0c0c;--quiet:#505a5f;--rule:#d5d9dc;--wash:#f3f5f6}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;color:var(--ink);background:#fff;font:1.0625rem/1.5 Arial,"Helvetica Neue",Helvetica,"Liberation Sans",sans-serif;font-variant-numeric:lining-nums}
a{color:var(--accent);text-underline-offset:.15em}
a:focus-visible,.scroll:focus-visible{outline:3px solid var(--ink);outline-offset:2px;background:#fd0}
.skip{position:absolute;left:-9999px}
.skip:focus{left:1rem;top:1rem;padding:.5rem 1rem;background:#fd0;color:var(--ink);z-index:1}
.page{max-width:62rem;margin:0 auto;padding:2.5rem 1.5rem 4rem}
.cover{border-top:6px solid var(--accent);padding-top:1.5rem;margin-bottom:2.5rem}
.cover p{margin:0}
.council{color:var(--accent);font-weight:700}
h1{font-size:2.375rem;line-height:1.15;margin:.5rem 0 .5rem;letter-spacing:-.01em}
.subtitle{font-size:1.25rem;color:var(--quiet)}
.cover .period{margin-top:1rem;font-weight:700}
h2{font-size:1.625rem;line-height:1.25;color:var(--accent);margin:3rem 0 .75rem}
h3{font-size:1.25rem;line-height:1.3;margin:2rem 0 .5rem}
h4{font-size:1.0625rem;margin:1.5rem 0 .25rem}
p,main>ul,main>ol{max-width:44rem;margin:0 0 1rem}
main>ul,main>ol{padding-left:1.5rem}
li{margin:.25rem 0}
.contents{margin:0 0 3rem}
.contents h2{font-size:1.25rem;margin:0 0 .5rem}
.contents ol{list-style:none;margin:0;padding:0}
.contents .level-2{padding-left:1.5rem}
.contents a{text-decoration:none}
.contents a:hover{text-decoration:underline}
.table{margin:1.75rem 0 2.25rem}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.9375rem;line-height:1.35}
caption{text-align:left;font-weight:700;padding:0 0 .6rem;font-size:1rem}
.label{color:var(--accent)}
th,td{text-align:left;vertical-align:top;padding:.45rem .6rem;border-bottom:1px solid var(--rule)}
th:first-child,td:first-child{padding-left:.35rem}
th[scope=row]{font-weight:400}
thead th{vertical-align:bottom;border-bottom:2px solid var(--accent)}
.number{text-align:right;font-variant-numeric:lining-nums tabular-nums}
td.number data{white-space:nowrap}
.missing{color:var(--quiet)}
.group th,.group td{background:var(--wash);font-weight:700;padding-top:.55rem}
.total th,.total td{font-weight:700;border-top:2px solid var(--ink);border-bottom:2px solid var(--ink)}
.status{display:inline-block;padding:.1em .5em;white-space:nowrap;border-radius:2px;font-weight:700;font-size:.875rem}
.status.exceeding{background:#bfe3d0;color:#003d1f}
.status.good{background:#d9efe2;color:#00401f}
.status.close{background:#fdeebd;color:#4f3a00}
.status.bad{background:#f8d7d2;color:#6b1208}
.status.neutral{background:#dfe8f0;color:#12436d}
.status.unjudged{background:#f3f5f6;color:#3f474b}
.status.none{background:#eceeef;color:#3f474b}
.notes{margin-top:.6rem;font-size:.875rem;color:var(--quiet)}
.notes p{margin:.15rem 0;max-width:none}
figure{margin:1.75rem 0 2.25rem}
figcaption{font-weight:700;margin-bottom:.6rem}
figure svg{display:block;max-width:100%;height:auto}
.description,.source{font-size:.875rem;color:var(--quiet);margin:.5rem 0 0}
.source{margin-top:.15rem}
.callout{border-left:5px solid var(--quiet);background:var(--wash);padding:.9rem 1.1rem;margin:1.5rem 0;max-width:46rem}
.callout p{margin:0}
.callout .callout-title{font-weight:700;margin-bottom:.25rem}
.callout.exceeding,.callout.good{border-color:#00703c}
.callout.close{border-color:#b58800}
.callout.bad{border-color:#a3220f}
.callout.neutral{border-color:var(--accent)}
footer{margin-top:4rem;padding-top:1rem;border-top:1px solid var(--rule);font-size:.875rem;color:var(--quiet)}
@media (max-width:40rem){.page{padding:1.25rem 1rem 3rem}h1{font-size:1.875rem}h2{font-size:1.375rem}}
@page{size:A4;margin:22mm 18mm 20mm}
@page wide{size:A4 landscape;margin:18mm 18mm 18mm}
@page:first{@top-left{content:none}@top-right{content:none}}
@media print{
body{font-size:10.5pt;line-height:1.4;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.page{max-width:none;padding:0}
.skip,footer{display:none}
.cover{margin-bottom:9mm}
h1{font-size:25pt}
h2{font-size:16pt;margin:10mm 0 3mm}
h3{font-size:12.5pt;margin:7mm 0 2mm}
h4{font-size:10.5pt}
h2,h3,h4,caption,figcaption{break-after:avoid}
.opening{break-after:page}
.opening+*{margin-top:0}
.contents h2{margin-top:0}
.contents a{color:inherit}
p,li{orphans:3;widows:3}
.scroll{overflow:visible}
table{font-size:9pt}
caption{font-size:10pt}
th,td{padding:1.3mm 1.6mm}
thead{display:table-header-group}
tfoot{display:table-row-group}
tr,figure,.callout{break-inside:avoid}
.group{break-after:avoid}
.total{break-before:avoid}
.status,.notes,.description,.source{font-size:8.5pt}
.wide{page:wide}
.wide>:first-child{margin-top:0}
a{color:inherit;text-decoration:none}
}
`
