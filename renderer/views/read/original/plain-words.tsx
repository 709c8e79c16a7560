import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import { words } from "../words.ts";
import { DrawnWords, hidePassage } from "./drawn-words.ts";
import styles from "./original.module.css";
import type { Passage } from "./passage.ts";

interface PlainWordsProps {
  text: string;
  passage: Passage | null;
  onPlaced: (isFound: boolean) => void;
}

/** How many characters are laid out together; the browser skips what is off the screen. */
const PIECE = 4_000;

/** An original that is a text, as it stands in its file. It only ever enters the page as text nodes. */
export function PlainWords({ text, passage, onPlaced }: PlainWordsProps) {
  const host = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<DrawnWords | null>(null);
  const placed = useEffectEvent(onPlaced);

  useLayoutEffect(() => {
    if (!host.current) return;
    host.current.replaceChildren(...piecesOf(text).map(element));
    setDrawn(new DrawnWords(host.current));
  }, [text]);

  useEffect(() => {
    if (!drawn || !host.current || !passage) return;
    placed(drawn.show(passage, host.current));
  }, [drawn, passage]);
  useEffect(() => () => hidePassage(document.body), []);

  return (
    <div
      ref={host}
      className={styles.words}
      role="document"
      data-original=""
      aria-label={words.original.frame}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it takes the keys that scroll.
      tabIndex={0}
    />
  );
}

function element(words: string): HTMLElement {
  const piece = document.createElement("div");
  piece.dir = "auto";
  piece.append(document.createTextNode(words));
  return piece;
}

/** Cuts a text after line breaks into pieces of about a screen. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length; ) {
    const lineBreak = text.indexOf("\n", start + PIECE);
    const end = lineBreak === -1 ? text.length : lineBreak + 1;
    pieces.push(text.slice(start, end).replace(/\n$/, ""));
    start = end;
  }
  return pieces;
}
