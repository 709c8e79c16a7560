import { HIGHLIGHT } from "./drawn-words.ts";

/** What the frame of an original may do: nothing but be drawn, with the pictures that are in it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** The class of what leaves to the letters of each line from which side that runs. */
export const BY_LETTERS = "by-letters";

/** Elements that hold lines of words. Where nobody says from which side they run, their letters do. */
const BLOCKS =
  "address,article,aside,blockquote,caption,center,dd,details,div,dt,figcaption,figure,footer,h1,h2,h3,h4,h5,h6,header,hgroup,li,main,nav,p,pre,section,summary,td,th";

/** How pages are set: as something to be read, in colours near those of the reader, whatever they wanted to look like. */
const STYLE = `
:root{color-scheme:light dark;font:16px/1.55 Georgia,"Noto Serif","Noto Naskh Arabic",serif;color:light-dark(#1f1d1a,#e8e6e1);background:light-dark(#fff,#202225)}
:root[data-theme="light"]{color-scheme:light}
:root[data-theme="dark"]{color-scheme:dark}
body{margin:0 auto;max-width:44rem;padding:20px 22px 60px;overflow-wrap:anywhere}
body [dir]{--lines:isolate}
.${BY_LETTERS}{--lines:plaintext}
.${BY_LETTERS},${BLOCKS}{unicode-bidi:var(--lines,isolate)}
h1,h2,h3,h4,h5,h6{line-height:1.25;text-wrap:balance}
h1{font-size:1.6rem}h2{font-size:1.3rem}h3{font-size:1.1rem}
a{color:light-dark(#1c5d7a,#7fc0dd)}
img{max-width:100%;height:auto}
pre{white-space:pre-wrap}
table{border-collapse:collapse;max-width:100%}
td,th{padding:3px 8px;border:1px solid light-dark(#e3dfd6,#34373c);text-align:start;vertical-align:top}
blockquote{margin-inline:0;padding-inline-start:16px;border-inline-start:2px solid light-dark(#c9c3b6,#4b4f56)}
figure{margin-inline:0}
figcaption,small{color:light-dark(#5d584f,#a9a69f)}
.picture{display:inline-block;max-width:100%;padding:3px 9px;border:1px dashed light-dark(#c9c3b6,#4b4f56);border-radius:4px;color:light-dark(#5d584f,#a9a69f);font:12px/1.5 system-ui,"Noto Sans",sans-serif}
::highlight(${HIGHLIGHT}){background:light-dark(#f3d98e,#6b5516)}
`;

/** The page that waits in the frame for what is drawn in it. */
export const EMPTY_PAGE = `<!doctype html><html lang="und"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="referrer" content="no-referrer"><title>–</title><style>${STYLE}</style></head><body></body></html>`;
