/** The page's whole style: screen, dark, narrow and A4. `mark` is printed on every page. */
export function pageStyle(mark: { school: string; state: string; date: string }): string {
  const quoted = (text: string): string => `"${text.replace(/[\\"<\n\r\f]/g, ' ')}"`;
  const margin = (place: string, content: string, weight = 'normal'): string =>
    `@${place}{content:${content};font:${weight} 8.5pt Arial,sans-serif;color:#555}`;
  return `
${SCREEN}
@page{size:A4;margin:20mm 18mm;${margin('top-left', quoted(mark.school))}${margin('top-right', quoted(mark.state), 'bold')}${margin('bottom-left', quoted(mark.date))}${margin('bottom-right', '"Page " counter(page) " of " counter(pages)')}}
${PRINT}
`;
}

/** The colours are those of core/palette, which a page that stands by itself cannot import; a test compares them. */
const SCREEN = `
:root{color-scheme:light dark;--ink:#1d282d;--ink-soft:#4c5a61;--surface:#fff;--paper:#f6f4ee;--line:#dfdad0;--accent:#155e63;--accent-soft:#e0eeec;--warning:#7d5100;--warning-soft:#fbf0d9}
@media(prefers-color-scheme:dark){:root{--ink:#e5eaec;--ink-soft:#a6b3b9;--surface:#1a2024;--paper:#12171a;--line:#2e383d;--accent:#6fc4bd;--accent-soft:#1d3738;--warning:#efc06a;--warning-soft:#362b16}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
.page{max-width:56rem;margin:0 auto;padding:0 clamp(1rem,5vw,3.5rem) 4rem;background:var(--surface)}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:var(--surface);padding:.5rem 1rem;outline:3px solid var(--accent);z-index:1}
h1,h2,h3,h4,h5,h6{line-height:1.25;text-wrap:balance}
h1{font-size:2.3rem;line-height:1.15;margin:.3rem 0;letter-spacing:-.015em}
h2{font-size:1.5rem;margin:0 0 1rem;letter-spacing:-.005em}
main>section{margin-top:3.2rem;padding-top:2rem;border-top:1px solid var(--line)}
h3{font-size:1.15rem;margin:2.2rem 0 .7rem}
h4,h5,h6{font-size:1rem;margin:1.6rem 0 .4rem}
p,li,dd,blockquote{max-width:70ch}
a{color:var(--accent);text-underline-offset:.18em;text-decoration-thickness:1px}a:hover{text-decoration-thickness:2px}
a:focus-visible,input:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}
.opening{margin:0 calc(-1*clamp(1rem,5vw,3.5rem));padding:2.2rem clamp(1rem,5vw,3.5rem) 1.6rem;background:var(--paper);border-top:.4rem solid var(--accent);border-bottom:1px solid var(--line)}
.school{font-size:1.2rem;color:var(--ink-soft);margin:0 0 1.2rem}
.state{display:inline-block;margin:0 0 .8rem;padding:.25rem .8rem;border-radius:2rem;border:1px solid;font-size:.95rem}
.is-draft{background:var(--warning-soft);color:var(--warning);border-color:currentColor}.is-approved{background:var(--accent-soft);color:var(--accent);border-color:currentColor}
.notice{border-left:4px solid var(--warning);background:var(--warning-soft);padding:.7rem 1rem;margin:0 0 1.2rem;max-width:none}
.meta{display:flex;flex-wrap:wrap;gap:.6rem 2.2rem;margin:0}.meta dt{color:var(--ink-soft);font-size:.85rem}.meta dd{margin:0}
.toc-section{margin-top:1.6rem}.toc{columns:2;column-gap:2.5rem;padding-left:1.2rem;margin:0}.toc li{break-inside:avoid;padding:.15rem 0}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(11.5rem,1fr));gap:.7rem;margin:0 0 1rem}
.cards>div{background:var(--paper);border:1px solid var(--line);border-radius:.6rem;padding:.75rem .9rem}
.cards dt{color:var(--ink-soft);font-size:.875rem;line-height:1.35}.cards dd{margin:.15rem 0 0;font-size:1.15rem;line-height:1.35;font-weight:600;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
.cards dd a{color:inherit;text-decoration-color:var(--ink-soft)}.cards .warning{font-size:.875rem;font-weight:400;color:var(--warning)}
.quiet{color:var(--ink-soft);font-size:.95rem;margin:.3rem 0}
.beside{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:2rem;align-items:start}
figure{margin:0}
.picture{width:100%;max-width:38rem;height:auto;font:15px system-ui,sans-serif;fill:var(--ink)}
.picture .axis{stroke:var(--accent);stroke-width:4;stroke-linecap:round}.picture .dot{fill:var(--surface);stroke:var(--accent);stroke-width:3}
.picture .clock{fill:var(--ink-soft);font-variant-numeric:tabular-nums}
.picture .rung{stroke:var(--accent);stroke-width:1}.picture .is-free{fill:none;stroke:var(--line)}.picture .is-step{fill:var(--accent-soft)}.picture .on-rung{font-weight:600}
table{border-collapse:collapse;width:100%;margin:0;font-size:.95rem;line-height:1.45}
.scroll{overflow-x:auto;margin:1.2rem 0}.beside .scroll{margin:0}#day td:first-child,.thresholds td:first-child{white-space:nowrap}
caption{text-align:left;color:var(--ink-soft);padding-bottom:.5rem}
th,td{text-align:left;vertical-align:top;padding:.5rem .9rem .5rem 0;border-bottom:1px solid var(--line)}thead th{border-bottom:2px solid var(--line);font-weight:600}tbody th{font-weight:400}
.rows tbody th{width:42%}
.steps{list-style:none;padding:0;margin:0}.steps>li{border-left:3px solid var(--accent);padding:.1rem 0 .3rem 1.1rem;margin:0 0 1.3rem;break-inside:avoid}
.step-title{font-weight:600;margin:0}.order{display:inline-block;min-width:1.8rem;padding:0 .4rem;border-radius:.4rem;background:var(--accent-soft);text-align:center}
.trigger{margin:.1rem 0;color:var(--ink-soft)}.steps ul{margin:.3rem 0;padding-left:1.2rem}
.tag{display:inline-block;font-size:.8rem;line-height:1.5;padding:0 .55rem;margin-right:.3rem;border:1px solid var(--line);border-radius:1rem;color:var(--ink-soft)}li>.tag{margin-left:.4rem}
.is-stricter{border-color:var(--warning);color:var(--warning)}.is-looser{border-color:var(--accent);color:var(--accent)}
.changes,.questions{padding-left:1.3rem}.changes>li,.questions>li{margin-bottom:1.1rem;break-inside:avoid}.changes p{margin:.15rem 0}.asks{font-weight:600;margin:0}.questions ul{margin:.3rem 0;padding-left:1.2rem}
.status{display:block;font-weight:600}.is-met::before{content:"✓ "}.is-partly::before{content:"◐ "}.is-missing::before{content:"○ "}.is-contradicted::before{content:"✕ "}.is-missing,.is-contradicted{color:var(--warning)}
.evidence{display:block;margin-bottom:.3rem}
.calculator{display:flex;flex-wrap:wrap;gap:.8rem 1.2rem;align-items:end;padding:1rem 1.1rem;background:var(--paper);border:1px solid var(--line);border-radius:.6rem}.calculator[hidden]{display:none}
.calculator label span{display:block;font-size:.9rem;color:var(--ink-soft)}.calculator input{font:inherit;width:8.5rem;padding:.35rem .5rem;border:1px solid var(--ink-soft);border-radius:.4rem;background:var(--surface);color:var(--ink)}.calculator output{flex-basis:100%;font-weight:600}
.policy{overflow-wrap:break-word}.policy>:first-child{margin-top:0}.policy h3{font-size:1.3rem}.policy h4{font-size:1.1rem}.policy :target{background:var(--warning-soft);box-shadow:0 0 0 .3rem var(--warning-soft)}
.policy pre{overflow-x:auto;white-space:pre-wrap}.policy blockquote{margin:1rem 0;padding-left:1rem;border-left:3px solid var(--line)}
summary{cursor:pointer;color:var(--accent)}details{margin-bottom:1.5rem}details .toc{margin-top:.6rem}
q{font-style:italic}code{font-size:.9em;overflow-wrap:anywhere}
@media(max-width:44rem){body{font-size:1rem}h1{font-size:1.85rem}h2{font-size:1.35rem}.beside{grid-template-columns:1fr}.cards{grid-template-columns:repeat(auto-fill,minmax(8.5rem,1fr))}.toc{columns:1}#steps>figure{display:none}main>section{margin-top:2.4rem;padding-top:1.6rem}td,th{padding-right:.7rem}.thresholds td:first-child{white-space:normal}.policy table{min-width:28rem}}
@media(prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}`;

const PRINT = `@media print{:root{color-scheme:light;--ink:#000;--ink-soft:#333;--surface:#fff;--paper:#fff;--line:#aaa;--accent:#155e63;--accent-soft:#e7f3f0;--warning:#7a3500;--warning-soft:#fff6ec}
html{font-size:10.5pt}body{font:1rem/1.42 Arial,sans-serif;background:#fff;print-color-adjust:exact}.page{max-width:none;padding:0}.opening{margin:0;padding:.6rem 0;border-top-width:.2rem}
.calculator,.skip,.toc-section,details{display:none}a{text-decoration:none;color:inherit}p,li{orphans:3;widows:3;max-width:none}
h1{font-size:20pt}h2{font-size:14pt}h3{font-size:11.5pt;margin-top:1.2rem}.policy h3{font-size:12.5pt}h4,h5,h6{font-size:10.5pt}
h1,h2,h3,h4,h5,h6,.asks,.step-title,caption{break-after:avoid}main>section{margin-top:1.5rem;padding-top:.8rem}h2+*,h3+p{break-before:avoid}h2+p,h2+h3{break-after:avoid}main>section:first-child{margin-top:0;padding-top:.6rem;border-top:0}
tr,figure,.cards>div,.policy li:not(:has(li)){break-inside:avoid}thead{display:table-header-group}.scroll{overflow:visible;margin:.7rem 0}table{font-size:9.5pt}th,td{padding:.22rem .6rem .22rem 0}.policy table{min-width:0}
.cards{grid-template-columns:repeat(4,1fr);gap:.4rem}.cards>div{padding:.4rem .6rem}.cards dd{font-size:11pt}.cards dt{font-size:8.5pt}
.beside{grid-template-columns:3fr 2fr;gap:1rem}.picture{max-width:12cm}.steps>li{margin-bottom:.7rem}.steps>li:has(li:nth-child(6)){break-inside:auto}.trigger{break-after:avoid}.order{min-width:1.2rem}}`;
