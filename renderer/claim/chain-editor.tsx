import { ArrowLeft, ArrowRight, Trash2 } from "lucide-react";
import { type DragEvent, Fragment, type KeyboardEvent, useRef, useState } from "react";
import type { SourceMatch } from "#domain/contract/sources.ts";
import { ACCESSES, SOURCE_KINDS } from "#domain/vocabulary/sources.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { Arrow } from "../ui/chip.tsx";
import { GradeLetter } from "../ui/grade-letter.tsx";
import { Select } from "../ui/select.tsx";
import { TextField } from "../ui/text-field.tsx";
import styles from "./claim.module.css";
import { type DraftHop, hopOf, moved, withHop } from "./hops.ts";
import { SourceField } from "./source-field.tsx";
import { words } from "./words.ts";

interface ChainEditorProps {
  chain: readonly DraftHop[];
  onChange: (chain: DraftHop[]) => void;
  outletId: string | null;
  /** Sources met in the article, offered as chips. */
  met: readonly SourceMatch[];
  /** Enter where there is nothing to add. */
  onEnter?: () => void;
}

/** A chain as chips with arrows: add by typing, reorder by keys or by drawing, take out, say how a hop knows. */
export function ChainEditor({ chain, onChange, outletId, met, onEnter }: ChainEditorProps) {
  const list = useRef<HTMLUListElement>(null);
  const field = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  // By its place, since saving a chain gives its hops new ids.
  const [open, setOpen] = useState<number | null>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const offered = met.filter(({ id }) => !chain.some(({ sourceId }) => sourceId === id)).slice(0, 6);
  const opened = open === null ? undefined : chain[open];

  const focusChip = (index: number) => {
    // After the chips have been drawn anew.
    requestAnimationFrame(() => {
      const chip = list.current?.querySelectorAll<HTMLElement>("[data-hop]")[index];
      (chip ?? field.current)?.focus();
    });
  };
  const move = (from: number, to: number) => {
    if (to < 0 || to >= chain.length) return;
    onChange(moved(chain, from, to));
    if (open === from) setOpen(to);
    focusChip(to);
  };
  const takeOut = (index: number) => {
    onChange(chain.toSpliced(index, 1));
    setOpen(null);
    focusChip(Math.max(0, index - 1));
  };
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by !== undefined && event.altKey) move(index, index + by);
    else if (by !== undefined) focusChip(Math.max(0, Math.min(chain.length - 1, index + by)));
    else if (event.key === "Delete" || event.key === "Backspace") takeOut(index);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onDrop = (event: DragEvent, index: number) => {
    event.preventDefault();
    if (dragged !== null) move(dragged, index);
    setDragged(null);
  };
  const change = (key: string, fields: Partial<DraftHop>) =>
    onChange(chain.map((hop) => (hop.key === key ? { ...hop, ...fields } : hop)));

  return (
    <div className={styles.chainEditor}>
      <ul ref={list} className={styles.hops} aria-label={words.chain} title={words.hopKeys}>
        {chain.map((hop, index) => (
          <Fragment key={hop.key}>
            <li>
              {index > 0 ? <Arrow /> : null}
              <button
                type="button"
                data-hop=""
                className={styles.hop}
                draggable
                aria-expanded={index === open}
                title={words.hop(hop.name, index + 1, chain.length)}
                onClick={() => setOpen(index === open ? null : index)}
                onKeyDown={(event) => onKeyDown(event, index)}
                onDragStart={() => setDragged(index)}
                onDragOver={(event) => event.preventDefault()}
                onDrop={(event) => onDrop(event, index)}
              >
                <span dir="auto">{hop.name}</span>
                {hop.groupSize && hop.groupSize > 1 ? <span className={styles.hint}>×{hop.groupSize}</span> : null}
                {hop.sourceId === null ? <span className={styles.hint}>{words.newMark}</span> : null}
                <GradeLetter letter={hop.grade} />
              </button>
            </li>
          </Fragment>
        ))}
      </ul>
      {opened && open !== null ? (
        <HopDetails
          key={`${open} ${opened.name}`}
          hop={opened}
          index={open}
          count={chain.length}
          onChange={(fields) => change(opened.key, fields)}
          onMove={(to) => move(open, to)}
          onRemove={() => takeOut(open)}
        />
      ) : null}
      {offered.length > 0 ? (
        <ul className={styles.offers} aria-label={words.metHere}>
          {offered.map((source) => (
            <li key={source.id}>
              <button
                type="button"
                className={styles.offer}
                onClick={() => {
                  onChange(withHop(chain, hopOf(source), outletId));
                  // The offer is gone once it is taken; the keys are still meant for the chain.
                  field.current?.focus();
                }}
              >
                + <span dir="auto">{source.name}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <SourceField
        ref={field}
        onAdd={(hop) => onChange(withHop(chain, hop, outletId))}
        {...(onEnter ? { onEnter } : {})}
      />
    </div>
  );
}

interface HopDetailsProps {
  hop: DraftHop;
  index: number;
  count: number;
  onChange: (fields: Partial<DraftHop>) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
}

/** How a hop knows, how many people it is, and its place in the chain. */
function HopDetails({ hop, index, count, onChange, onMove, onRemove }: HopDetailsProps) {
  const [size, setSize] = useState(hop.groupSize === null ? "" : String(hop.groupSize));
  const keepSize = () => {
    const number = Number.parseInt(size, 10);
    const groupSize = Number.isInteger(number) && number >= 1 ? number : null;
    if (groupSize !== hop.groupSize) onChange({ groupSize });
  };
  return (
    <div className={styles.details}>
      <Select label={words.access} options={ACCESSES} value={hop.access} onChange={(access) => onChange({ access })} />
      <TextField label={words.groupSize} inputMode="numeric" value={size} onChange={setSize} onBlur={keepSize} />
      {hop.sourceId === null ? (
        <Select label={words.kind} options={SOURCE_KINDS} value={hop.kind} onChange={(kind) => onChange({ kind })} />
      ) : null}
      <div className={styles.row}>
        <IconButton label={words.earlier} isDisabled={index === 0} onPress={() => onMove(index - 1)}>
          <ArrowLeft aria-hidden="true" />
        </IconButton>
        <IconButton label={words.later} isDisabled={index === count - 1} onPress={() => onMove(index + 1)}>
          <ArrowRight aria-hidden="true" />
        </IconButton>
        <Button look="plain" onPress={onRemove}>
          <Trash2 aria-hidden="true" /> {words.remove}
        </Button>
      </div>
    </div>
  );
}
