/** A card with the height it has and the height on the page where it would like to stand. */
export interface Wish {
  id: string;
  anchor: number;
  height: number;
}

export interface Placed {
  id: string;
  anchor: number;
  top: number;
}

/** Cards that found no room, folded into a count. */
export interface Fold {
  top: number;
  ids: string[];
}

const GAP = 4;
const FARTHEST = 150;
const FOLD_HEIGHT = 26;

/**
 * Places cards beside their passages. Cards push those below them down; one that would end up too far from its passage
 * is folded into a count with its neighbours. The open card always stands where its passage is: those before it make way
 * upwards, those after it downwards.
 */
export function layOutMargin(wishes: readonly Wish[], open: string | null): { placed: Placed[]; folds: Fold[] } {
  const sorted = [...wishes].sort((one, other) => one.anchor - other.anchor);
  const position = sorted.findIndex(({ id }) => id === open);
  const pinned = sorted[position];
  if (!pinned) return stackDown(sorted, Number.NEGATIVE_INFINITY);
  const before = stackDown(sorted.slice(0, position), Number.NEGATIVE_INFINITY);
  const after = stackDown(sorted.slice(position + 1), pinned.anchor + pinned.height + GAP);
  pushUp(before, new Map(sorted.map(({ id, height }) => [id, height])), pinned.anchor);
  return {
    placed: [...before.placed, { id: pinned.id, anchor: pinned.anchor, top: pinned.anchor }, ...after.placed],
    folds: [...before.folds, ...after.folds],
  };
}

function stackDown(sorted: readonly Wish[], from: number): { placed: Placed[]; folds: Fold[] } {
  const placed: Placed[] = [];
  const folds: Fold[] = [];
  let bottom = from;
  let fold: Fold | null = null;
  for (const { id, anchor, height } of sorted) {
    const top = Math.max(anchor, bottom);
    if (top - anchor <= FARTHEST) {
      fold = null;
      placed.push({ id, anchor, top });
      bottom = top + height + GAP;
    } else if (fold) {
      fold.ids.push(id);
    } else {
      fold = { top, ids: [id] };
      folds.push(fold);
      bottom = top + FOLD_HEIGHT + GAP;
    }
  }
  return { placed, folds };
}

/** Moves what reaches below the limit up, and with it what stands in its way. */
function pushUp(
  { placed, folds }: { placed: Placed[]; folds: Fold[] },
  heights: Map<string, number>,
  limit: number,
): void {
  const cards = placed.map((card) => ({ card, height: heights.get(card.id) ?? 0 }));
  const counts = folds.map((card) => ({ card, height: FOLD_HEIGHT }));
  let lowest = limit;
  for (const { card, height } of [...cards, ...counts].sort((one, other) => other.card.top - one.card.top)) {
    card.top = Math.min(card.top, lowest - GAP - height);
    lowest = card.top;
  }
}
