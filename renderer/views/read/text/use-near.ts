import { useEffect, useState } from "react";
import type { TextRange } from "#domain/text/range.ts";
import type { DrawnText } from "./drawn-text.ts";

/** The stretches of the text that are near the viewport: whole chunks, joined where they touch. */
export function useNear(drawn: DrawnText | null, scroller: HTMLElement | null): readonly TextRange[] {
  const [near, setNear] = useState<readonly TextRange[]>([]);
  useEffect(() => {
    if (!drawn || !scroller) return;
    const seen = new Set<number>();
    const indexes = new Map(drawn.chunks.map(({ element }, index) => [element as Element, index]));
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          const index = indexes.get(entry.target);
          if (index === undefined) continue;
          if (entry.isIntersecting) seen.add(index);
          else seen.delete(index);
        }
        setNear(stretches(drawn, seen));
      },
      { root: scroller, rootMargin: "60% 0px" },
    );
    for (const { element } of drawn.chunks) observer.observe(element);
    return () => observer.disconnect();
  }, [drawn, scroller]);
  return near;
}

function stretches(drawn: DrawnText, seen: ReadonlySet<number>): TextRange[] {
  const joined: (TextRange & { last: number })[] = [];
  for (const index of [...seen].sort((one, other) => one - other)) {
    const chunk = drawn.chunks[index];
    if (!chunk) continue;
    const before = joined.at(-1);
    if (before && before.last === index - 1) Object.assign(before, { end: chunk.end, last: index });
    else joined.push({ start: chunk.start, end: chunk.end, last: index });
  }
  return joined;
}
