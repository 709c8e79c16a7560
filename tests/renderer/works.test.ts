import { act } from "react";
import { expect, it } from "vitest";
import { connectedPage, runHook } from "../support/page.ts";

it("lets a work be stopped again that could not be stopped", async () => {
  connectedPage();
  const { stopWork, takeWork, useWorks } = await import("../../renderer/works.ts");
  const works = runHook(useWorks, undefined);
  // An id that the workbench refuses.
  const told = { kind: "work", work: "none", label: "import", progress: { done: 1, total: 9 } } as const;
  await expect
    .poll(() => {
      act(() => takeWork(told));
      return works.answer();
    })
    .toMatchObject([{ work: "none", isStopping: false }]);
  await act(async () => {
    const stopping = stopWork("none");
    expect(works.answer()).toHaveLength(1);
    await stopping;
  });
  expect(works.answer()).toMatchObject([{ work: "none", isStopping: false }]);
  const { useToasts } = await import("../../renderer/toasts.ts");
  expect(runHook(useToasts, undefined).answer()).toMatchObject([{ tone: "failed" }]);
});
