import { expect, it } from "vitest";
import { connectedPage } from "../support/page.ts";

it("does not go back to a preference that was changed again before the workbench had answered", async () => {
  connectedPage();
  const { followChanges } = await import("../../renderer/changes.ts");
  const { prefer } = await import("../../renderer/preferences.ts");
  const { queries, queryClient, workbench } = await import("../../renderer/workbench.ts");
  const asked = queries.application.preferences.queryOptions();
  followChanges();
  await queryClient.fetchQuery(asked);
  const seen: unknown[] = [];
  queryClient.getQueryCache().subscribe(() => {
    const shown = queryClient.getQueryData(asked.queryKey)?.layout["read.original.shown"];
    if (shown !== seen.at(-1)) seen.push(shown);
  });
  const changes = [true, false, true, false].map((shown) => prefer({ layout: { "read.original.shown": shown } }));
  await Promise.all(changes);
  // What the workbench tells of them comes before what it answers now.
  expect((await workbench.application.preferences()).layout).toEqual({ "read.original.shown": false });
  expect(seen).toEqual([true, false, true, false]);
});
