import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from "react";
import { useLayout } from "../preferences.ts";
import styles from "./resizable-panes.module.css";

interface SidePane {
  label: string;
  /** Under this name its width is remembered. */
  name: string;
  width: number;
  least: number;
  most: number;
  shown: boolean;
  children: ReactNode;
}

interface ResizablePanesProps {
  left?: SidePane | undefined;
  right?: SidePane | undefined;
  children: ReactNode;
}

/** A middle with a pane on either side, whose widths are drawn or set by arrow keys and are remembered. */
export function ResizablePanes({ left, right, children }: ResizablePanesProps) {
  return (
    <div className={styles.panes}>
      {left?.shown ? <Pane pane={left} side="left" /> : null}
      <div className={styles.middle} data-pane="">
        {children}
      </div>
      {right?.shown ? <Pane pane={right} side="right" /> : null}
    </div>
  );
}

function Pane({ pane, side }: { pane: SidePane; side: "left" | "right" }) {
  const [remembered, remember] = useLayout(pane.name, pane.width);
  const [drawn, setDrawn] = useState<number | null>(null);
  const within = (width: number) => Math.round(Math.max(pane.least, Math.min(pane.most, width)));
  const width = within(drawn ?? remembered);
  const outwards = side === "left" ? 1 : -1;

  const draw = (event: PointerEvent<HTMLDivElement>) => {
    const handle = event.currentTarget;
    const from = event.clientX;
    let latest = width;
    handle.setPointerCapture(event.pointerId);
    const move = (moved: globalThis.PointerEvent) => {
      latest = within(width + (moved.clientX - from) * outwards);
      setDrawn(latest);
    };
    const finish = () => {
      handle.removeEventListener("pointermove", move);
      remember(latest);
      setDrawn(null);
    };
    handle.addEventListener("pointermove", move);
    handle.addEventListener("lostpointercapture", finish, { once: true });
  };

  const step = (event: KeyboardEvent) => {
    const change = { ArrowLeft: -16 * outwards, ArrowRight: 16 * outwards }[event.key];
    if (change === undefined) return;
    event.preventDefault();
    remember(within(width + change));
  };

  return (
    <section className={styles[side]} style={{ width }} aria-label={pane.label} data-pane="">
      {pane.children}
      {/* biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved; this separator can. */}
      <div
        className={styles.handle}
        role="separator"
        aria-orientation="vertical"
        aria-label={`Width of: ${pane.label}`}
        aria-valuenow={width}
        aria-valuemin={pane.least}
        aria-valuemax={pane.most}
        tabIndex={0}
        onPointerDown={draw}
        onKeyDown={step}
      />
    </section>
  );
}
