import { createORPCClient } from "@orpc/client";
import { RPCLink } from "@orpc/client/message-port";
import { expect, it } from "vitest";
import type { Workbench } from "#domain/contract/contract.ts";
import { connectedPage } from "../support/page.ts";

it("asks for marks again that an entry of another case of the same number made", async () => {
  const { otherWindow } = connectedPage();
  const other: Workbench = createORPCClient(new RPCLink({ port: otherWindow() }));
  const { alreadyDrawn, followChanges } = await import("../../renderer/changes.ts");
  const { queries, queryClient } = await import("../../renderer/workbench.ts");
  const told = queries.cases.current.queryKey();
  queryClient.setQueryData(told, null);
  followChanges();
  // Whoever begins to listen takes nothing for known.
  await expect.poll(() => queryClient.getQueryState(told)?.isInvalidated).toBe(true);
  const isOpen = async (name: string) => {
    await other.cases.create({ name });
    await expect.poll(() => queryClient.getQueryData(told)?.name).toBe(name);
  };
  await isOpen("One");
  // Drawn from an answer, but its event was lost with the connection.
  for (let sequence = 1; sequence < 9; sequence++) alreadyDrawn(sequence);
  await isOpen("Another");

  const { articleId } = await other.articles.importText({ text: "The ferry had stopped before dawn." });
  const asked = { id: articleId ?? "" };
  const marks = queries.articles.marks.queryOptions({ input: asked });
  const isAskedAnew = () => queryClient.getQueryState(marks.queryKey)?.isInvalidated;
  await expect.poll(() => queryClient.fetchQuery(marks)).toMatchObject({ marks: [] });
  const attribution = { articleId: asked.id, content: [{ start: 0, end: 9 }] };
  const { sequence } = await other.claims.create({ fields: { statement: "It stopped" }, attribution });
  expect(sequence).toBeLessThan(9);
  await expect.poll(isAskedAnew).toBe(true);
});
