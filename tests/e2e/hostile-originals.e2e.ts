import { expect, test } from "vitest";
import { describeOnEveryHost } from "./harness.ts";
import { HOSTILE_MARKUP, HOSTILE_WORDS } from "./hostile-markup.ts";
import { frameOf, inFrame, openWith, read, STORY, type View, WEB_PAGE } from "./originals-steps.ts";

describeOnEveryHost("hostile originals", (open) => {
  test("never run, load, lead away or shadow anything, one by one and all together", async () => {
    const notices = [
      ...HOSTILE_MARKUP,
      { name: "all together", markup: HOSTILE_MARKUP.map(({ markup }) => markup).join("\n") },
    ];
    const { page, ids, happened } = await openWith(
      open,
      notices.map(({ markup }, index) => ({
        text: `Notice ${index + 1} of the harbour.`,
        original: `<p>Notice ${index + 1} of the harbour.</p>${markup}`,
        mediaType: "text/html",
      })),
    );
    await page.keyboard.press("o");
    for (const [index, { name }] of notices.entries()) {
      await read(page, ids[index]);
      await frameOf(page)
        .getByText(`Notice ${index + 1} of the harbour.`)
        .first()
        .waitFor();
      await inFrame(page, touchEverything);
      expect(await inFrame(page, whatIsDrawn), name).toEqual([]);
      expect(await happened(), name).toEqual([]);
    }
  });

  test("would find a frame in which nothing runs and nothing loads, if they ever came there as they are", async () => {
    const { page, ids, happened } = await openWith(open, [{ ...STORY, original: WEB_PAGE, mediaType: "text/html" }]);
    await page.keyboard.press("o");
    for (const { name, markup } of HOSTILE_MARKUP) {
      await page.locator("iframe").waitFor();
      await expect.poll(() => inFrame(page, (view) => view.document.body.textContent)).toContain("fishermen");
      await page.evaluate((hostile) => {
        const frame = document.querySelector("iframe");
        if (frame?.contentDocument) frame.contentDocument.body.innerHTML = hostile;
      }, markup);
      await inFrame(page, touchEverything).catch(() => {});
      // What was refused is told on the console; what was done would be told otherwise.
      const done = (await happened()).filter((what) => !what.startsWith("console: "));
      expect(done, name).toEqual([]);
      // Where a link led the frame to an empty page of an error, the next begins with a new one.
      await page.getByRole("button", { name: "Close the original" }).click();
      await page.locator("iframe").waitFor({ state: "detached" });
      await page.getByRole("button", { name: /original kept/ }).click();
    }
    expect(ids).toHaveLength(1);
  });

  test("come as hostile words in every field too, and stay words", async () => {
    const { page, happened } = await openWith(
      open,
      [
        {
          text: `${HOSTILE_WORDS}\n\nNotice of the harbour.`,
          title: HOSTILE_WORDS,
          byline: HOSTILE_WORDS,
          dateline: HOSTILE_WORDS,
          credits: HOSTILE_WORDS,
          url: `javascript:${HOSTILE_WORDS}`,
          originalName: HOSTILE_WORDS,
          collectedBy: HOSTILE_WORDS,
          tool: HOSTILE_WORDS,
          original: HOSTILE_WORDS,
          mediaType: `text/plain; ${HOSTILE_WORDS}`,
        },
      ],
      { outlet: HOSTILE_WORDS },
    );
    await page.keyboard.press("o");
    const pane = page.getByRole("region", { name: "Original" });
    await pane.getByRole("document").getByText("{{7*7}}").waitFor();
    await pane.getByText("What is known of it").click();
    for (const view of ["library", "sources", "claims"]) {
      await page.evaluate((place) => {
        location.hash = `#/${place}`;
      }, view);
      await page.getByRole("heading", { level: 1 }).first().waitFor();
    }
    expect(await page.locator("img, script:not([src^='/assets/']), svg[onload]").count()).toBe(0);
    expect(await happened()).toEqual([]);
  });
});

/** Does to every element what a person could do to it. */
function touchEverything(view: View): void {
  for (const element of view.document.body.querySelectorAll<HTMLElement>("*")) {
    element.dispatchEvent(new view.MouseEvent("mouseover", { bubbles: true }));
    element.focus?.();
    element.click?.();
  }
}

/** What the frame shows besides words, how they are set and pictures that are in it. */
function whatIsDrawn(view: View): string[] {
  const odd: string[] = [];
  const allowed = /^(alt|title|style|class|open|hidden|width|id|name|align|colspan|dir|lang|start|value)$/;
  for (const element of view.document.body.querySelectorAll("*")) {
    if (element.namespaceURI !== view.document.body.namespaceURI)
      odd.push(`not of HTML: ${element.outerHTML.slice(0, 80)}`);
    if (
      /^(script|style|link|meta|base|iframe|object|embed|form|input|button|template|area|video)$/.test(
        element.localName,
      )
    ) {
      odd.push(`an element: ${element.localName}`);
    }
    for (const { name, value } of element.attributes) {
      const isPicture = name === "src" && /^data:image\/(png|jpeg|gif|webp);/.test(value);
      if (!isPicture && !allowed.test(name)) odd.push(`an attribute: ${name}="${value.slice(0, 80)}"`);
      if (name === "style" && /url|expression|import|animation|transition/i.test(value)) odd.push(`a style: ${value}`);
      if ((name === "id" || name === "name") && !value.startsWith("user-content-")) odd.push(`a name: ${value}`);
    }
  }
  const scripts = view.document.querySelectorAll("script, base, link, meta[http-equiv=refresh]");
  return [...odd, ...[...scripts].map(({ outerHTML }) => outerHTML)];
}
