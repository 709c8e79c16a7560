import { act } from "react";
import { describe, expect, it } from "vitest";
import type { OpenCase } from "#domain/contract/cases.ts";
import { connectedPage, page, runHook } from "../support/page.ts";

describe("the way to a place", () => {
  it("is gone only from where it was asked for", async () => {
    page();
    const { go, wayTo } = await import("../../renderer/route.ts");
    go({ view: "read", id: "one" });
    wayTo({ view: "library" })();
    expect(location.hash).toBe("#/library");

    go({ view: "read", id: "one" });
    const enter = wayTo({ view: "library" });
    go({ view: "read", id: "two" });
    enter();
    expect(location.hash).toBe("#/read/two");
  });

  it("is gone also where nothing but the view is left of the place, since another case was opened meanwhile", async () => {
    page();
    const { currentRoute, emptied, go, replaceRoute, wayTo } = await import("../../renderer/route.ts");
    go({ view: "read", id: "one", mark: "two" });
    const enter = wayTo({ view: "library" });
    replaceRoute(emptied(currentRoute()));
    expect(location.hash).toBe("#/read");
    enter();
    expect(location.hash).toBe("#/library");
  });
});

describe("what a view shows of itself", () => {
  it("is said in the address", async () => {
    page();
    const { go, useRoute, useShownByItself } = await import("../../renderer/route.ts");
    go({ view: "report" });
    runHook(() => useShownByItself(useRoute().id === null ? { view: "report", id: "first" } : null), 0);
    expect(location.hash).toBe("#/report/first");
  });

  it("is not said to whoever has asked for something by then", async () => {
    page();
    const { addressOf, go, useRoute, useShownByItself } = await import("../../renderer/route.ts");
    go({ view: "report" });
    runHook(() => {
      const { id } = useRoute();
      useShownByItself(id === null ? { view: "report", id: "first" } : null);
      // A browser that follows a link changes the address first and tells of it later.
      if (id === null) history.pushState(null, "", addressOf({ view: "report", id: "second" }));
    }, 0);
    expect(location.hash).toBe("#/report/second");
  });
});

it("whoever begins something else while a case is opened is not led away from it", async () => {
  connectedPage();
  const { go } = await import("../../renderer/route.ts");
  const { useOpening } = await import("../../renderer/frame/open-case.ts");
  go({ view: "start" });
  let opened: (made: OpenCase) => void = () => {};
  const answer = new Promise<OpenCase>((resolve) => {
    opened = resolve;
  });
  const opening = runHook(() => useOpening(() => answer), 0);
  act(() => opening.answer().mutate());
  go({ view: "start", id: "new" });
  // The view is drawn anew with the form in it.
  opening.draw(1);
  await act(async () => opened({} as OpenCase));
  await expect.poll(() => opening.answer().isSuccess).toBe(true);
  expect(location.hash).toBe("#/start/new");
});
