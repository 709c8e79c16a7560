import { useEffect, useEffectEvent, useRef, useState } from "react";
import { usePreferences } from "../../../preferences.ts";
import { words } from "../words.ts";
import { DrawnWords } from "./drawn-words.ts";
import { BY_LETTERS, EMPTY_PAGE } from "./empty-page.ts";
import styles from "./original.module.css";
import type { Passage } from "./passage.ts";
import { sanitised } from "./sanitise.ts";

interface PageFrameProps {
  markup: string;
  passage: Passage | null;
  /** Is told whether the words of the passage were found. */
  onPlaced: (isFound: boolean) => void;
}

/**
 * A web page as it was kept, made harmless three times over: its markup is sanitised; the frame runs no script, sends no
 * form and opens nothing; and a policy inside the frame lets it load nothing. The frame is of our origin only so that the
 * passage can be found and painted in it.
 */
export function PageFrame({ markup, passage, onPlaced }: PageFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [drawn, setDrawn] = useState<DrawnWords | null>(null);
  const [isLoaded, setIsLoaded] = useState(false);
  const theme = usePreferences()?.theme ?? "system";
  const placed = useEffectEvent(onPlaced);

  useEffect(() => {
    const page = frame.current?.contentDocument;
    if (!isLoaded || !page) return;
    const { content, direction, isByLetters, language } = sanitised(markup);
    page.body.dir = direction;
    page.body.classList.toggle(BY_LETTERS, isByLetters);
    page.body.lang = language;
    page.body.replaceChildren(page.adoptNode(content));
    setDrawn(new DrawnWords(page.body));
    page.addEventListener("keydown", passKeyOn);
    return () => page.removeEventListener("keydown", passKeyOn);
  }, [isLoaded, markup]);

  useEffect(() => {
    const root = frame.current?.contentDocument?.documentElement;
    if (isLoaded && root) root.dataset.theme = theme;
  }, [isLoaded, theme]);

  useEffect(() => {
    const scroller = frame.current?.contentDocument?.scrollingElement;
    if (!drawn || !scroller || !passage) return;
    placed(drawn.show(passage, scroller));
  }, [drawn, passage]);

  return (
    <iframe
      ref={frame}
      className={styles.frame}
      title={words.original.frame}
      data-original=""
      sandbox="allow-same-origin"
      srcDoc={EMPTY_PAGE}
      onLoad={() => setIsLoaded(true)}
    />
  );
}

/** A key that is pressed in the frame counts as if it were pressed on the frame: what the page does not hear, nobody does. */
function passKeyOn(event: KeyboardEvent): void {
  const frame = (event.currentTarget as Document).defaultView?.frameElement;
  const { key, code, ctrlKey, metaKey, altKey, shiftKey, repeat } = event;
  const copy = { key, code, ctrlKey, metaKey, altKey, shiftKey, repeat, bubbles: true, cancelable: true };
  if (frame && !frame.dispatchEvent(new KeyboardEvent("keydown", copy))) event.preventDefault();
}
