/** The page's whole style: screen, dark, narrow and A4. `mark` is printed on every page. */
export function pageStyle(mark: { school: string; state: string; date: string }): string {
  const quoted = (text: string): string => `"${text.replace(/[\\"<\n]/g, ' ')}"`;
  return `
:root{color-scheme:light dark;--ink:#1c2430;--quiet:#55606e;--paper:#fff;--ground:#f5f6f3;--line:#d9ddd6;--link:#0b5a6f;--accent:#136f63;--accent-soft:#dff0ec;--warn:#8a3c00;--warn-soft:#fdeedd}
@media(prefers-color-scheme:dark){:root{--ink:#e8ebe8;--quiet:#a9b3ae;--paper:#181d1c;--ground:#101413;--line:#333c39;--link:#83cfe0;--accent:#6fcdbd;--accent-soft:#1c3a35;--warn:#ffbd85;--warn-soft:#3c2913}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0;background:var(--ground);color:var(--ink);font:17px/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
.page{max-width:58rem;margin:0 auto;padding:2rem clamp(1rem,4vw,3rem) 4rem;background:var(--paper)}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem 1rem;outline:3px solid var(--accent)}
h1{font-size:2.2rem;line-height:1.15;margin:.4rem 0 .2rem;letter-spacing:-.01em}
h2{font-size:1.5rem;line-height:1.25;margin:3rem 0 1rem;padding-top:1.2rem;border-top:1px solid var(--line)}
h3{font-size:1.15rem;margin:2rem 0 .6rem}
h4,h5,h6{font-size:1rem;margin:1.4rem 0 .4rem}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible,input:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}
.school{font-size:1.15rem;color:var(--quiet);margin:0 0 1rem}
.state{display:inline-block;margin:0 0 1rem;padding:.3rem .8rem;border-radius:.4rem;border:1px solid}
.is-draft{background:var(--warn-soft);color:var(--warn);border-color:currentColor}.is-approved{background:var(--accent-soft);color:var(--accent);border-color:currentColor}
.notice{border-left:4px solid var(--warn);background:var(--warn-soft);padding:.6rem 1rem}
.meta{display:flex;flex-wrap:wrap;gap:.4rem 2rem;margin:1rem 0 0}.meta dt{color:var(--quiet);font-size:.85rem}.meta dd{margin:0}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:.8rem;margin:0}
.cards>div{border:1px solid var(--line);border-radius:.6rem;padding:.8rem 1rem}
.cards dt{color:var(--quiet);font-size:.9rem}.cards dd{margin:.1rem 0 0;font-size:1.1rem;font-weight:600;overflow-wrap:anywhere}
.cards dd a{color:inherit;text-decoration-color:var(--line)}.cards .warning{font-size:.9rem;font-weight:400;color:var(--warn)}
.quiet{color:var(--quiet);font-size:.95rem;margin:.3rem 0}
.beside{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:2rem;align-items:start}
@media(max-width:44rem){.beside{grid-template-columns:1fr}body{font-size:16px}h1{font-size:1.8rem}#steps>figure{display:none}}
figure{margin:0}
.picture{width:100%;max-width:38rem;height:auto;font:15px system-ui,sans-serif;fill:var(--ink)}
.picture .axis{stroke:var(--accent);stroke-width:4;stroke-linecap:round}.picture .dot{fill:var(--paper);stroke:var(--accent);stroke-width:3}
.picture .clock{fill:var(--quiet)}
.picture .rung{stroke:var(--accent);stroke-width:1}.picture .is-free{fill:none;stroke:var(--line)}.picture .is-step{fill:var(--accent-soft)}.picture .on-rung{font-weight:600}
table{border-collapse:collapse;width:100%;margin:1rem 0;font-size:.95rem}
.scroll{overflow-x:auto}#day td:first-child{white-space:nowrap}
caption{text-align:left;color:var(--quiet);padding-bottom:.4rem}
th,td{text-align:left;vertical-align:top;padding:.5rem .7rem;border-bottom:1px solid var(--line)}thead th{border-bottom:2px solid var(--line)}tbody th{font-weight:400}
.steps{list-style:none;padding:0;margin:0}.steps>li{border-left:4px solid var(--accent);padding:.2rem 0 .6rem 1rem;margin:0 0 1rem;break-inside:avoid}
.step-title{font-weight:600;margin:0}.order{display:inline-block;min-width:1.8rem;padding:0 .4rem;border-radius:.4rem;background:var(--accent-soft);text-align:center}
.trigger{margin:.1rem 0;color:var(--quiet)}.steps ul{margin:.3rem 0}
.tag{display:inline-block;font-size:.8rem;padding:0 .5rem;margin-left:.4rem;border:1px solid var(--line);border-radius:1rem;color:var(--quiet)}
.status{white-space:nowrap;font-weight:600}.is-met::before{content:"✓ "}.is-partly::before{content:"◐ "}.is-missing::before{content:"○ "}.is-contradicted::before{content:"✕ "}.is-missing,.is-contradicted{color:var(--warn)}
.evidence{display:block;margin-bottom:.3rem}
.calculator{display:flex;flex-wrap:wrap;gap:1rem;align-items:end;padding:1rem;border:1px solid var(--line);border-radius:.6rem}.calculator[hidden]{display:none}
.calculator label span{display:block;font-size:.9rem;color:var(--quiet)}.calculator input{font:inherit;width:9rem;padding:.35rem .5rem;border:1px solid var(--quiet);border-radius:.4rem;background:var(--paper);color:var(--ink)}.calculator output{flex-basis:100%;font-weight:600}
.toc{columns:2;column-gap:2rem;padding-left:1.2rem}.toc li{break-inside:avoid}@media(max-width:44rem){.toc{columns:1}}
.policy{overflow-wrap:anywhere}.policy h1{font-size:1.5rem}.policy :target{background:var(--warn-soft);box-shadow:0 0 0 .3rem var(--warn-soft)}
q{font-style:italic}
@media(prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@page{size:A4;margin:20mm 18mm 20mm;@top-left{content:${quoted(mark.school)};font:9pt Arial,sans-serif;color:#555}@top-right{content:${quoted(mark.state)};font:bold 9pt Arial,sans-serif;color:#555}@bottom-left{content:${quoted(mark.date)};font:9pt Arial,sans-serif;color:#555}@bottom-right{content:"Page " counter(page) " of " counter(pages);font:9pt Arial,sans-serif;color:#555}}
@media print{:root{color-scheme:light;--ink:#000;--quiet:#333;--paper:#fff;--ground:#fff;--line:#999;--link:#000;--accent:#136f63;--accent-soft:#e7f3f0;--warn:#7a3500;--warn-soft:#fff6ec}body{font:11pt/1.45 Arial,sans-serif;background:#fff}.page{max-width:none;padding:0}.calculator,.skip,.toc-section{display:none}a{text-decoration:none;color:inherit}h2,h3,h4,h5,h6{break-after:avoid}details{display:none}tr,figure,li{break-inside:avoid}thead{display:table-header-group}h2{margin-top:1.6rem}}
`;
}
