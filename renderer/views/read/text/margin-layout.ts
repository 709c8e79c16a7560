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
 * is folded into a count with its neighbours. The open card always stands where its passage is, and the others make way.
 */
export function layOutMargin(wishes: readonly Wish[], open: string | null): { placed: Placed[]; folds: Fold[] } {
  const sorted = [...wishes].sort((one, other) => one.anchor - other.anchor);
  const pinned = sorted.find(({ id }) => id === open) ?? null;
  const placed: Placed[] = [];
  const folds: Fold[] = [];
  let bottom = Number.NEGATIVE_INFINITY;
  let fold: Fold | null = null;

  for (const wish of sorted) {
    if (wish === pinned) {
      placed.push({ id: wish.id, anchor: wish.anchor, top: wish.anchor });
      bottom = Math.max(bottom, wish.anchor + wish.height + GAP);
      fold = null;
      continue;
    }
    let top = Math.max(wish.anchor, bottom);
    // What would run into the open card goes below it.
    if (pinned && top < pinned.anchor + pinned.height + GAP && top + wish.height + GAP > pinned.anchor) {
      top = pinned.anchor + pinned.height + GAP;
    }
    if (top - wish.anchor > FARTHEST) {
      if (fold) fold.ids.push(wish.id);
      else {
        fold = { top, ids: [wish.id] };
        folds.push(fold);
        bottom = top + FOLD_HEIGHT + GAP;
      }
      continue;
    }
    fold = null;
    placed.push({ id: wish.id, anchor: wish.anchor, top });
    bottom = Math.max(bottom, top + wish.height + GAP);
  }
  return { placed, folds };
}
