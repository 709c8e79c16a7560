/**
 * Puts what was made from one another in order: each after all that it was made from. What goes round in a circle stands
 * together in one group; all other groups have one member. `parents` names what each was made from; what is named only
 * there stands in the order too. Takes time in proportion to the number of members and parents (Tarjan 1972: strongly
 * connected components), and no deeper a stack for a longer line.
 */
export function inGenerations(parents: ReadonlyMap<string, readonly string[]>): string[][] {
  const groups: string[][] = [];
  const reached = new Map<string, number>();
  /** The first member reached that one leads back to, as far as it is known. */
  const leadsBackTo = new Map<string, number>();
  /** What was reached and has no group yet. */
  const open: string[] = [];
  const isOpen = new Set<string>();
  const path: { id: string; waiting: Iterator<string> }[] = [];

  const reach = (id: string): void => {
    leadsBackTo.set(id, reached.size);
    reached.set(id, reached.size);
    open.push(id);
    isOpen.add(id);
    path.push({ id, waiting: (parents.get(id) ?? [])[Symbol.iterator]() });
  };
  const leadBack = (id: string, to: number | undefined): void => {
    leadsBackTo.set(id, Math.min(leadsBackTo.get(id) ?? Number.POSITIVE_INFINITY, to ?? Number.POSITIVE_INFINITY));
  };

  for (const first of parents.keys()) {
    if (reached.has(first)) continue;
    reach(first);
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const { id, waiting } = step;
      const next = waiting.next();
      if (!next.done) {
        if (!reached.has(next.value)) reach(next.value);
        else if (isOpen.has(next.value)) leadBack(id, reached.get(next.value));
        continue;
      }
      path.pop();
      const before = path.at(-1);
      if (before) leadBack(before.id, leadsBackTo.get(id));
      if (leadsBackTo.get(id) !== reached.get(id)) continue;
      const group = open.splice(open.lastIndexOf(id));
      for (const member of group) isOpen.delete(member);
      groups.push(group);
    }
  }
  return groups;
}
