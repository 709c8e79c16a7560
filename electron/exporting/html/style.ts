/**
 * The style of an exported report: the colours of the workbench, a serif for what is read and a quiet sans for what is
 * looked up. It stands inside the file, uses no fonts but those of the reader's machine, and tells nothing by colour
 * alone: marks are underlined, verdicts carry a glyph and a word.
 */
export const STYLE = `
:root{color-scheme:light dark;
--ui:Inter,system-ui,"Segoe UI","Noto Sans",sans-serif;
--text:"Source Serif 4","Noto Serif","Noto Naskh Arabic",Georgia,serif;
--mono:"JetBrains Mono",ui-monospace,Consolas,monospace;
--paper:light-dark(#fdfcf9,#17181a);--desk:light-dark(#f4f2ed,#1e2023);--raised:light-dark(#fff,#26282c);
--line:light-dark(#e3dfd6,#34373c);--line-strong:light-dark(#c9c3b6,#4b4f56);
--ink:light-dark(#1f1d1a,#e8e6e1);--ink-2:light-dark(#5d584f,#a9a69f);--ink-3:light-dark(#6b655b,#9a978f);
--accent:light-dark(#1c5d7a,#7fc0dd);
--claim-soft:light-dark(#fbeecb,#4a3d17);--claim-strong:light-dark(#f3d98e,#6b5516);
--source:light-dark(#2a6f97,#7fb8dc);--cue:light-dark(#7d6b9e,#b3a1d6);
--untriaged:light-dark(#6f695f,#9b9890);--unverified:light-dark(#6a655b,#b0ada6);--corroborated:light-dark(#1d7278,#63bcc2);
--verified:light-dark(#2b7a3f,#76c68a);--disputed:light-dark(#a0510d,#e6a15e);--refuted:light-dark(#ad2f2a,#ee8a84);
--unverifiable:light-dark(#6553a1,#ab9be2);--withdrawn:light-dark(#5d584f,#a9a69f)}
*{box-sizing:border-box;margin:0}
html{-webkit-text-size-adjust:100%}
body{font:15px/1.55 var(--text);color:var(--ink);background:var(--desk);padding:32px 16px}
.page{max-width:860px;margin:0 auto;background:var(--paper);padding:56px 72px 64px;box-shadow:0 1px 8px #0002}
a{color:var(--accent)}
a:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:2px}
.skip{position:absolute;left:-999em}
.skip:focus{left:16px;top:8px;background:var(--raised);padding:6px 12px;font:13px var(--ui);z-index:1}
.head{display:grid;grid-template-columns:1fr auto;gap:24px;align-items:end;border-bottom:2px solid var(--ink);padding-bottom:14px;margin-bottom:12px}
h1{font:600 30px/1.18 var(--text);letter-spacing:-.01em;text-wrap:balance;overflow-wrap:anywhere}
.kind{font:600 11px var(--ui);letter-spacing:.08em;text-transform:uppercase;color:var(--ink-3);margin-bottom:8px}
.stamp{font:12px/1.5 var(--ui);color:var(--ink-2);text-align:end}
.contents{font:12px/1.6 var(--ui);color:var(--ink-3);margin-bottom:8px}
.contents ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:2px 16px}
.contents a{text-decoration:none;display:inline-block;padding:3px 0}
.contents a:hover{text-decoration:underline}
h2{font:600 19px/1.3 var(--text);margin:34px 0 10px;break-after:avoid}
h2 small,h3 small{font:400 12px var(--ui);color:var(--ink-3);margin-inline-start:10px}
h3{font:600 16px/1.35 var(--text);margin:24px 0 6px;break-after:avoid;overflow-wrap:anywhere}
.annotated h3{margin-top:30px;padding-bottom:6px;border-bottom:1px solid var(--line);margin-bottom:12px}
.annotated h3 small{display:block;margin:2px 0 0}
h3 b{font:600 13px var(--ui);color:var(--accent);margin-inline-end:8px}
p{margin-bottom:10px;text-wrap:pretty}
.prose{white-space:pre-line;overflow-wrap:anywhere}
.judgements{list-style:none;padding:0}
.judgements li{display:grid;grid-template-columns:24px 1fr;gap:4px 8px;margin-bottom:10px;break-inside:avoid}
.judgements p{margin:0}
abbr{text-decoration:none}
.judgements b{font:600 14px/1.7 var(--ui);color:var(--accent)}
sup{line-height:0;font-size:70%}
sup a{font:600 10.5px var(--ui);text-decoration:none;padding:0 1px;white-space:nowrap}
.lack{font:13px/1.5 var(--ui);color:var(--ink-2);border-inline-start:3px solid var(--line-strong);padding:2px 0 2px 12px;margin:14px 0;break-inside:avoid}
.lack p{margin-bottom:4px}
.lack b{color:var(--ink)}
table{width:100%;border-collapse:collapse;font:12.5px/1.4 var(--ui);margin-top:4px}
caption{text-align:start;font:12px/1.45 var(--ui);color:var(--ink-2);caption-side:bottom;padding-top:8px}
thead{display:table-header-group}
th{text-align:start;font-weight:600;color:var(--ink-2);border-bottom:1px solid var(--ink);padding:5px 10px 5px 0;vertical-align:bottom;white-space:nowrap}
td,tbody th{border-bottom:1px solid var(--line);padding:8px 10px 8px 0;vertical-align:top;overflow-wrap:break-word}
tbody th{font-weight:400;color:inherit;white-space:normal}
th:last-child,td:last-child{padding-inline-end:0}
tr{break-inside:avoid}
.statement{font:600 14px/1.35 var(--text);overflow-wrap:anywhere}
.statement a{color:inherit;text-decoration:none}
.statement a:hover{text-decoration:underline}
.number{font:600 12px var(--ui);color:var(--accent);white-space:nowrap}
.verdict{font-weight:600;color:var(--v,var(--ink));white-space:nowrap}
.why{color:var(--ink-2);margin-top:3px;white-space:pre-line;overflow-wrap:anywhere}
.warn{margin-top:3px;padding-inline-start:14px;text-indent:-14px}
.warn::before{content:"△";display:inline-block;width:14px;text-indent:0;color:var(--disputed)}
.num{font-variant-numeric:tabular-nums;white-space:nowrap}
.fields{font:12px/1.5 var(--ui);color:var(--ink-2);margin-bottom:6px}
section>.fields{break-after:avoid}
.side{font:600 12px/1.4 var(--ui);color:var(--ink-2);margin:12px 0 2px;break-after:avoid}
.attributions{list-style:none;padding:0}
.attributions>li{border-inline-start:2px solid var(--v,var(--line-strong));padding:2px 0 4px;padding-inline-start:12px;margin:8px 0 12px;break-inside:avoid}
.where{font:12px/1.5 var(--ui);color:var(--ink-2)}
.chain{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:6px 4px;margin:6px 0;font:12px/1.3 var(--ui)}
.chain li{display:flex;align-items:center;gap:4px}
.chain .hop{border:1px solid var(--line-strong);background:var(--raised);border-radius:6px;padding:4px 10px}
.chain li:first-child .hop{border-radius:16px;padding:4px 14px;background:var(--claim-soft);border-color:var(--claim-strong)}
.chain small{display:block;font-size:10.5px;color:var(--ink-2)}
.chain li:first-child small{color:var(--ink)}
.chain .arrow{color:var(--ink-3)}
blockquote{font:15px/1.5 var(--text);margin:4px 0;overflow-wrap:anywhere}
q{quotes:"“" "”";white-space:pre-wrap}
.cues{font:12px/1.5 var(--ui);color:var(--ink-2)}
.cues q{font:13px/1.5 var(--text);color:var(--ink)}
.history{margin:8px 0;font:12px/1.5 var(--ui);color:var(--ink-2);padding-inline-start:16px}
.evidence{font:12.5px/1.5 var(--ui);padding-inline-start:16px;margin:4px 0}
.article{display:grid;grid-template-columns:minmax(0,1fr) 200px;gap:0 24px;font-size:15px;align-items:start}
.article .text,.article .margin{display:contents}
.article .line{grid-column:1;white-space:pre-wrap;overflow-wrap:anywhere;margin-bottom:10px;orphans:2;widows:2}
.article h4.line{font:600 15px/1.4 var(--text);margin-top:8px;break-after:avoid}
.article .item{display:list-item;list-style:disc outside;margin-inline-start:20px}
.article .quote{border-inline-start:2px solid var(--line-strong);padding-inline-start:14px;color:var(--ink-2)}
.article .row{font:12.5px/1.5 var(--ui);tab-size:12em;font-variant-numeric:tabular-nums;border-bottom:1px solid var(--line);margin-bottom:4px}
.article .small{font:12.5px/1.5 var(--ui);color:var(--ink-2)}
.article .cards{grid-column:2;font:11.5px/1.4 var(--ui);color:var(--ink-2);display:grid;gap:10px;align-content:start;list-style:none;padding:3px 0 12px}
.card{border-inline-start:2px solid var(--v,var(--line-strong));padding-inline-start:8px;break-inside:avoid;overflow-wrap:anywhere}
.card a{text-decoration:none}
.card a{color:var(--ink)}.card b{font-weight:600;color:var(--v,var(--ink))}
mark{background:var(--claim-soft);color:inherit;border-bottom:2px solid var(--v,var(--ink-2))}
mark.crossed{background:var(--claim-strong);border-bottom:4px double var(--v,var(--ink-2))}
.cue{border-bottom:1px dashed var(--cue)}
.named{border-bottom:1px dotted var(--source)}
mark .cue,mark .named{border-bottom:0}
.references{list-style:none;padding:0;font:12.5px/1.5 var(--ui)}
.references li{display:grid;grid-template-columns:26px minmax(0,1fr);gap:6px 4px;margin-bottom:8px;break-inside:avoid;overflow-wrap:anywhere}
.references b{font-weight:600;color:var(--accent)}
.hash{font:11px/1.45 var(--mono);color:var(--ink-2);overflow-wrap:anywhere}
.journal td.hash{width:34%}
.terms{font:12.5px/1.45 var(--ui);display:grid;grid-template-columns:180px minmax(0,1fr);gap:3px 12px;margin:4px 0 14px}
.terms dt{font-weight:600}
.terms dd{color:var(--ink-2)}
.terms-title{break-after:avoid;font:600 13px var(--ui);margin:14px 0 4px;color:var(--ink-2)}
${["untriaged", "unverified", "corroborated", "verified", "disputed", "refuted", "unverifiable", "withdrawn"]
  .map((verdict) => `.v-${verdict}{--v:var(--${verdict})}`)
  .join("")}
@media (max-width:760px){.page{padding:32px 24px}.head{grid-template-columns:1fr}.stamp{text-align:start}
.article{grid-template-columns:minmax(0,1fr)}.article .cards{grid-column:1;grid-row:auto!important}.article .line{grid-row:auto!important}
.terms{grid-template-columns:1fr}.scroll{overflow-x:auto}}
@page{margin:18mm 16mm 20mm;@bottom-right{content:counter(page) " / " counter(pages);font:9pt sans-serif;color:#5d584f}}
@media print{:root{color-scheme:light}body{background:none;padding:0;font-size:10.5pt}.page{box-shadow:none;max-width:none;padding:0;background:none}
.contents,.skip{display:none}mark,.chain li:first-child .hop{-webkit-print-color-adjust:exact;print-color-adjust:exact}a{text-decoration:none}
.article{font-size:10.5pt;display:block}.article .text{display:block}
.article .margin{display:block;columns:2;column-gap:26px;border-top:1px solid var(--line);margin-top:10px;padding-top:6px}.article .cards{display:block;padding:0}.card{margin-bottom:8px}.scroll{overflow:visible}}
`;
