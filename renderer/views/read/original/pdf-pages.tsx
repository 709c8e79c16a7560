import { ChevronLeft, ChevronRight, ZoomIn, ZoomOut } from "lucide-react";
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from "react";
import { pageAt, type TextStructure } from "#domain/text/structure.ts";
import { Button, IconButton } from "../../../ui/button.tsx";
import { ErrorNotice, Skeleton } from "../../../ui/states.tsx";
import { words } from "../words.ts";
import styles from "./original.module.css";
import type { Passage } from "./passage.ts";
import { type OpenPdf, openPdf } from "./pdf.ts";
import { type DrawnPage, drawPage, pageWith } from "./pdf-page.ts";

interface PdfPagesProps {
  bytes: Uint8Array<ArrayBuffer>;
  structure: TextStructure;
  passage: Passage | null;
  onPlaced: (isFound: boolean) => void;
}

/** How wide a page can be made, as a multiple of the room there is. */
const ZOOMS = [1, 1.25, 1.5, 2, 3];

/** A PDF, one page at a time, at the page of the passage. */
export default function PdfPages({ bytes, structure, passage, onPlaced }: PdfPagesProps) {
  const [open, setOpen] = useState<OpenPdf | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [wanted, setNumber] = useState(() => (passage && pageAt(structure, passage.start)) ?? 1);
  const [zoom, setZoom] = useState(0);
  const scroller = useRef<HTMLElement>(null);
  const placed = useEffectEvent(onPlaced);

  useEffect(() => {
    let wasLeft = false;
    let opened: OpenPdf | null = null;
    // The bytes go to the worker for good; the query that holds them keeps its own.
    openPdf(bytes.slice()).then(
      (pdf) => {
        opened = pdf;
        if (wasLeft) pdf.close();
        else setOpen(pdf);
      },
      (error: unknown) => {
        if (!wasLeft) setFailure(error);
      },
    );
    return () => {
      wasLeft = true;
      opened?.close();
      setOpen(null);
    };
  }, [bytes]);

  const count = open?.pages.numPages ?? 1;
  // What is known of the pages was read at another time, perhaps by another version of the library.
  const number = Math.min(wanted, count);
  const turnTo = (page: number) => {
    setNumber(Math.max(1, Math.min(count, page)));
    scroller.current?.scrollTo({ top: 0 });
  };

  // The passage leads to its page; from there a person may turn to others.
  useEffect(() => {
    if (!open || !passage) return;
    let wasLeft = false;
    pageWith(open.pages, passage, pageAt(structure, passage.start)).then((page) => {
      if (wasLeft) return;
      if (page === null) placed(false);
      else setNumber(page);
    });
    return () => {
      wasLeft = true;
    };
  }, [open, passage, structure]);

  if (failure) return <ErrorNotice error={failure} />;
  if (!open) return <Skeleton lines={14} label={words.original.opening} />;

  const onKeyDown = (event: KeyboardEvent) => {
    const by = { PageDown: 1, PageUp: -1 }[event.key];
    if (by === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    turnTo(number + by);
  };

  return (
    <div className={styles.pdf}>
      <div className={styles.tools} role="toolbar" aria-label={words.original.pages}>
        <IconButton label={words.original.previousPage} onPress={() => turnTo(number - 1)} isDisabled={number <= 1}>
          <ChevronLeft aria-hidden="true" />
        </IconButton>
        <span role="status">{words.original.page(number, count)}</span>
        <IconButton label={words.original.nextPage} onPress={() => turnTo(number + 1)} isDisabled={number >= count}>
          <ChevronRight aria-hidden="true" />
        </IconButton>
        <span className={styles.gap} />
        <IconButton label={words.original.smaller} onPress={() => setZoom(zoom - 1)} isDisabled={zoom === 0}>
          <ZoomOut aria-hidden="true" />
        </IconButton>
        <Button look="plain" onPress={() => setZoom(0)} isDisabled={zoom === 0}>
          {words.original.fit}
        </Button>
        <IconButton
          label={words.original.larger}
          onPress={() => setZoom(zoom + 1)}
          isDisabled={zoom === ZOOMS.length - 1}
        >
          <ZoomIn aria-hidden="true" />
        </IconButton>
      </div>
      <section
        ref={scroller}
        className={styles.sheets}
        data-original=""
        aria-label={words.original.page(number, count)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it takes the keys that scroll.
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <Page pdf={open} number={number} zoom={ZOOMS[zoom] ?? 1} passage={passage} onPlaced={onPlaced} />
      </section>
    </div>
  );
}

interface PageProps {
  pdf: OpenPdf;
  number: number;
  zoom: number;
  passage: Passage | null;
  onPlaced: (isFound: boolean) => void;
}

/** One page, drawn to the width there is, with its words over it, unseen, to be selected and found. */
function Page({ pdf, number, zoom, passage, onPlaced }: PageProps) {
  const host = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<DrawnPage | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const width = useWidth(host);
  const placed = useEffectEvent(onPlaced);

  useEffect(() => {
    const sheet = host.current;
    if (!sheet || width === 0) return;
    const abandon = new AbortController();
    setFailure(null);
    drawPage(pdf.pages, number, sheet, width * zoom, abandon.signal).then(setDrawn, (error: unknown) => {
      if (!abandon.signal.aborted) setFailure(error);
    });
    return () => abandon.abort();
  }, [pdf, number, zoom, width]);

  useEffect(() => {
    const scroller = host.current?.parentElement;
    if (!drawn || !scroller || !passage) return;
    if (drawn.words.show(passage, scroller)) placed(true);
  }, [drawn, passage]);
  useEffect(() => () => drawn?.leave(), [drawn]);

  return (
    <>
      {failure ? <ErrorNotice error={failure} /> : null}
      <div ref={host} className={styles.sheet} />
    </>
  );
}

/** The width of an element's parent that can be drawn on, once it has been still for a moment. */
function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const room = element.current?.parentElement;
    if (!room) return;
    let settling: ReturnType<typeof setTimeout> | undefined;
    const observer = new ResizeObserver(() => {
      clearTimeout(settling);
      settling = setTimeout(() => setWidth(room.clientWidth - MARGINS), width === 0 ? 0 : 120);
    });
    observer.observe(room);
    return () => {
      clearTimeout(settling);
      observer.disconnect();
    };
  }, [element, width]);
  return width;
}

/** The room on both sides of a page, in CSS pixels; see original.module.css. */
const MARGINS = 24;
