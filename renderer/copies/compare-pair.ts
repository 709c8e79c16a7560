import { go } from "../route.ts";
import { sayFailure } from "../toasts.ts";
import { queries, queryClient } from "../workbench.ts";

/** Puts two articles side by side that nobody may have proposed: on the left the one that was likely first. */
export async function comparePair(id: string, otherId: string): Promise<void> {
  try {
    const input = { oneId: id, otherId };
    const { link, likely } = await queryClient.fetchQuery(queries.copies.compare.queryOptions({ input }));
    const isTurned = link && link.relation !== "unrelated" ? link.fromId === otherId : likely?.original === "other";
    go(isTurned ? { view: "compare", id: otherId, with: id } : { view: "compare", id, with: otherId });
  } catch (error) {
    sayFailure(error);
  }
}
