import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { describeOnEveryHost } from "./harness.ts";
import { firstColumn, focusIsIn, goTo, openDemonstration, row, undoByToast } from "./steps.ts";

describeOnEveryHost("changing what is in the library", (open, host) => {
  test("selects runs of rows, removes them and brings them back", async () => {
    const { page } = await open();
    await openDemonstration(page);
    await selectThree(page);
    await page.keyboard.press("Delete");
    await page.getByText("3 articles moved to the trash.").waitFor();
    await expect.poll(() => firstColumn(page)).toHaveLength(9);
    await undoByToast(page);
    await expect.poll(() => firstColumn(page)).toHaveLength(12);
  });

  test("throws nothing away that the table does not show, and names the one article that it throws away", async () => {
    const { page } = await open();
    await openDemonstration(page);
    const article = page.getByRole("region", { name: "Article" });
    const toTrash = page.getByRole("button", { name: "Move to the trash" });
    await row(page, "Forty soldiers dead").click();
    await article.getByRole("textbox", { name: "Title" }).waitFor();
    await expect.poll(() => toTrash.isEnabled()).toBe(true);
    await page.getByRole("searchbox", { name: "Search the library" }).fill("outlet:northwire");
    await expect.poll(() => firstColumn(page)).toHaveLength(2);
    await article.getByText("Not among the articles that are found").waitFor();
    await expect.poll(() => toTrash.isEnabled()).toBe(false);
    await article.getByRole("link").first().focus();
    await page.keyboard.press("Delete");
    await page.getByText("is not among the articles that are found, so it was not thrown away.").waitFor();

    // The focus that comes to the table chooses nothing else, until somebody asks for a row.
    await page.keyboard.press("Escape");
    await expect.poll(() => focusIsIn(page, "[role=grid]")).toBe(true);
    await article.getByText("Not among the articles that are found").waitFor();
    expect(await toTrash.isEnabled()).toBe(false);
    await page.keyboard.press("ControlOrMeta+f");
    await page.keyboard.press("ArrowDown");
    const [first = ""] = await firstColumn(page);
    await expect.poll(() => article.getByRole("textbox", { name: "Title" }).inputValue()).toBe(first);
    await expect.poll(() => toTrash.isEnabled()).toBe(true);

    // Nor does it from beneath a question that cannot be asked.
    const question = page.getByRole("searchbox", { name: "Search the library" });
    await question.fill("");
    await expect.poll(() => toTrash.isEnabled()).toBe(true);
    await question.fill("(raid");
    await expect.poll(() => toTrash.isEnabled()).toBe(false);
    await question.fill("");
    await expect.poll(() => firstColumn(page)).toHaveLength(12);

    // Changed so that it is not found any more, it is as safe, and its fields stay in sight.
    await page.getByRole("checkbox", { name: "Daily Harbour" }).press("Space");
    await expect.poll(() => firstColumn(page)).not.toHaveLength(12);
    const [title = ""] = await firstColumn(page);
    await row(page, title).click();
    const outlet = article.getByRole("textbox", { name: "Outlet" });
    await expect.poll(() => outlet.inputValue()).toBe("Daily Harbour");
    await outlet.fill("Lake Radio");
    await outlet.press("Enter");
    await article.getByText("Not among the articles that are found").waitFor();
    expect(await outlet.inputValue()).toBe("Lake Radio");
    await expect.poll(() => toTrash.isEnabled()).toBe(false);
    await page
      .getByRole("button", { name: "Take all away" })
      .or(page.getByRole("button", { name: /Daily Harbour, take away$/ }))
      .first()
      .click();
    await expect.poll(() => firstColumn(page)).toHaveLength(12);
    await expect.poll(() => toTrash.isEnabled()).toBe(true);
    await toTrash.click();
    await page.getByText(`“${title}” was moved to the trash.`).waitFor();
    await expect.poll(() => firstColumn(page)).not.toContain(title);
    expect(await firstColumn(page)).toHaveLength(11);
  });

  test("says nothing of an article that was undone, and the same again once it is back", async () => {
    const { page } = await open();
    await openDemonstration(page);
    await page.getByRole("button", { name: "Paste text" }).click();
    const form = page.getByRole("form", { name: "Paste an article" });
    await form.getByRole("textbox", { name: "Text" }).fill("The ferry sails again.\n\nIt left Oure at noon.");
    await form.getByRole("textbox", { name: "Title" }).fill("Ferry sails again");
    await form.getByRole("button", { name: "Add to the library" }).click();
    const title = page.getByRole("region", { name: "Article" }).getByRole("textbox", { name: "Title" });
    await expect.poll(() => title.inputValue()).toBe("Ferry sails again");
    await page.keyboard.press("ControlOrMeta+z");
    await title.waitFor({ state: "detached" });
    expect(await page.getByText("is not in the case any more").count()).toBe(0);
    await page.keyboard.press("ControlOrMeta+Shift+z");
    await expect.poll(() => title.inputValue()).toBe("Ferry sails again");
  });

  // The desktop asks for places by its own dialogs, and has one window.
  test.runIf(host === "local host")(
    "knows nothing of what was chosen in another case, whoever opened this one",
    async () => {
      const { page } = await open();
      await openDemonstration(page);
      const other = await page.context().newPage();
      await other.goto(page.url());
      await goTo(other, "claims");
      await other.getByRole("grid").locator("tbody tr").first().click();
      await expect.poll(() => other.url()).toMatch(/#\/claims\/.+/);

      await row(page, "Forty soldiers dead").click();
      await expect.poll(() => page.url()).toMatch(/#\/library\/.+/);
      await page.getByRole("button", { name: "The lake week" }).click();
      await page.getByRole("menuitem", { name: "All cases" }).click();
      await page.getByRole("button", { name: "New case" }).click();
      await page
        .getByRole("form", { name: "New case" })
        .getByRole("textbox", { name: "Name of the case" })
        .fill("Ferry");
      await page.keyboard.press("Enter");
      await page.getByText("No articles yet").waitFor();
      await expect.poll(() => page.url()).toMatch(/#\/library$/);
      expect(await page.getByText("is not in the case any more").count()).toBe(0);
      await expect.poll(() => other.title()).toMatch(/ · Ferry · /);
      await expect.poll(() => other.url()).toMatch(/#\/claims$/);
    },
  );

  test("changes several articles at once, which is undone at once", async () => {
    const { page } = await open();
    await openDemonstration(page);
    await selectThree(page);
    await page.keyboard.press("e");
    await page.keyboard.type("Lake Radio");
    await page.keyboard.press("ControlOrMeta+Enter");
    await page.getByText("3 articles changed.").waitFor();
    await expect.poll(() => row(page, "Lake Radio").count()).toBe(3);
    await undoByToast(page);
    await expect.poll(() => row(page, "Lake Radio").count()).toBe(0);

    const outlet = page.getByRole("form", { name: "Change all selected articles" });
    await outlet.getByRole("button", { name: "Empty byline in all" }).click();
    await outlet.getByRole("button", { name: "Change 3 articles" }).click();
    await page.getByText("3 articles changed.").waitFor();
    await page.keyboard.press("Escape");
  });

  test("tags articles and puts them in a collection by keys, and finds them by both", async () => {
    const { page } = await open();
    await openDemonstration(page);
    const facets = page.getByRole("region", { name: "Facets" });
    await page.getByRole("grid").focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.getByText("12 selected").waitFor();
    await page.keyboard.press("g");
    await page.keyboard.type("The week");
    await page.getByText("Make the collection “The week”").waitFor();
    await page.keyboard.press("Enter");
    await page.getByText("The collection “The week” was made of 12 articles.").waitFor();
    await facets.getByRole("checkbox", { name: "The week" }).waitFor();

    await page.getByRole("grid").focus();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Home");
    await page.getByRole("textbox", { name: "Title" }).waitFor();
    await page.keyboard.press("t");
    await page.keyboard.type("ferry");
    await page.keyboard.press("Enter");
    await page.getByText("1 article tagged “ferry”.").waitFor();
    await facets.getByRole("checkbox", { name: "ferry" }).press("Space");
    await expect.poll(() => firstColumn(page)).toHaveLength(1);
    await page.getByRole("button", { name: "Take the tag “ferry” off" }).click();
    await page.getByText("No article answers this").waitFor();
    await page.getByRole("button", { name: "Tags ferry, take away" }).click();
    await expect.poll(() => firstColumn(page)).toHaveLength(12);
    await page.getByRole("button", { name: "Take it out of “The week”" }).click();
    await expect.poll(() => facets.locator("label", { hasText: "The week" }).textContent()).toBe("The week11");
  });

  test("renames and removes collections where they stand, by keys and by the pointer, and takes that back", async () => {
    const { page } = await open();
    await openDemonstration(page);
    const facets = page.getByRole("region", { name: "Facets" });
    const titles = await firstColumn(page);
    const said = page.getByRole("region", { name: "What happened" });
    const undoLatest = () => said.getByRole("button", { name: "Undo" }).last().click();
    const make = async (name: string, index: number) => {
      await expect.poll(() => page.getByRole("textbox", { name: "Title" }).inputValue()).toBe(titles[index]);
      await page.keyboard.press("g");
      await page.keyboard.type(name);
      await page.keyboard.press("Enter");
      await facets.getByRole("checkbox", { name }).waitFor();
      await page.getByRole("grid").focus();
    };
    await page.getByRole("grid").focus();
    await make("The week", 0);
    await page.keyboard.press("ArrowDown");
    await make("Second thoughts", 1);
    await facets.getByRole("checkbox", { name: "The week" }).press("Space");
    await expect.poll(() => firstColumn(page)).toEqual([titles[0]]);

    // By keys alone: the first name has the focus, Enter keeps what is typed, and the question goes by its new name.
    await page.getByRole("grid").focus();
    await page.keyboard.press("Shift+G");
    const second = facets.getByRole("textbox", { name: "Name of the collection “Second thoughts”" });
    await expect.poll(() => second.evaluate((field) => field === document.activeElement)).toBe(true);
    const week = facets.getByRole("textbox", { name: "Name of the collection “The week”" });
    for (let stops = 0; stops < 2; stops++) await page.keyboard.press("Tab");
    await expect.poll(() => week.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type("second THOUGHTS");
    await page.keyboard.press("Enter");
    await facets.getByText("There is a collection called “second THOUGHTS” already. Choose another name.").waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => week.inputValue()).toBe("The week");
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("The lake week");
    await page.keyboard.press("Enter");
    await page.getByText("The collection “The week” is called “The lake week” now.").waitFor();
    await page.getByRole("button", { name: "Collections The lake week, take away" }).waitFor();
    await page.keyboard.press("Escape");
    await facets.getByRole("checkbox", { name: "The lake week" }).waitFor();
    await undoLatest();
    await page.getByRole("button", { name: "Collections The week, take away" }).waitFor();

    // What is asked for goes with the collection, and comes back with it.
    await facets.getByRole("button", { name: "Rename or remove collections" }).click();
    await facets.getByRole("button", { name: "Remove the collection “The week”; its articles stay" }).click();
    await page.getByText("The collection “The week” was removed. Its articles are where they were.").waitFor();
    await expect.poll(() => firstColumn(page)).toHaveLength(12);
    expect(await page.getByRole("button", { name: /take away$/ }).count()).toBe(0);
    await undoLatest();
    await expect.poll(() => firstColumn(page)).toEqual([titles[0]]);
    await facets.getByRole("button", { name: "Done" }).click();
    await facets.getByRole("checkbox", { name: "The week" }).press("Space");
    await expect.poll(() => firstColumn(page)).toHaveLength(12);
  });

  // The messages of a page can be held back on their way only where they go through a socket.
  test.runIf(host === "local host")(
    "selects nothing of what was found before, where something else is asked meanwhile",
    async () => {
      const { page } = await open();
      const answers = await holdAnswers(page, "/articles/ids");
      await openDemonstration(page);
      await page.getByRole("grid").focus();
      await page.keyboard.press("ControlOrMeta+a");
      await expect.poll(answers.held).toBe(1);
      await page.getByRole("searchbox", { name: "Search the library" }).fill("outlet:northwire");
      await expect.poll(() => firstColumn(page)).toHaveLength(2);
      answers.letGo();
      // Answers come in their order: once the article is there, the one that was late has come.
      await page.getByRole("grid").focus();
      await page.getByRole("region", { name: "Article" }).getByRole("textbox", { name: "Title" }).waitFor();
      expect(await page.getByText(/\d+ selected/).count()).toBe(0);
      await page.keyboard.press("ControlOrMeta+a");
      await page.getByText("2 selected").waitFor();
    },
  );

  test("throws away and brings back by keys alone, and says what destroying means before it does", async () => {
    const { page } = await open();
    await openDemonstration(page);
    const [title = ""] = await firstColumn(page);
    await page.getByRole("grid").focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("Delete");
    await page.getByText(`“${title}” was moved to the trash.`).waitFor();
    await page.keyboard.press("Shift+T");
    await expect.poll(() => page.title()).toMatch(/^Trash/);
    await page.getByRole("grid").focus();
    await expect.poll(() => page.locator("tr[data-chosen]").count()).toBe(1);
    await page.keyboard.press("r");
    await page.getByText("1 article brought back.").waitFor();
    await page.getByText("The trash is empty").waitFor();
    await page.keyboard.press("Shift+T");
    await expect.poll(async () => (await firstColumn(page))[0]).toBe(title);

    await page.getByRole("grid").focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.getByText("12 selected").waitFor();
    await page.keyboard.press("Delete");
    await page.getByText("No articles yet").waitFor();
    await page.keyboard.press("Shift+T");
    await page.getByRole("grid").focus();
    await page.keyboard.press("Delete");
    const question = page.getByRole("region", { name: "Take out of the trash for good" });
    await question.getByText("Take 1 article out of the trash for good?").waitFor();
    await page.keyboard.press("Escape");
    await question.waitFor({ state: "detached" });
    await page.getByRole("grid").focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.press("Delete");
    await question.getByRole("button", { name: "Take them out for good" }).click();
    await page.getByText("The trash is empty").waitFor();
    await page.keyboard.press("ControlOrMeta+z");
    await expect.poll(() => firstColumn(page)).toHaveLength(12);
  });

  test("keeps what is changed of an article, and says what is wrong where it is", async () => {
    const { page } = await open();
    await openDemonstration(page);
    await row(page, "Forty soldiers dead").click();
    const title = page.getByRole("textbox", { name: "Title" });
    await title.fill("Forty soldiers dead, says the front");
    await title.press("Enter");
    await row(page, "Forty soldiers dead, says the front").waitFor();
    const published = page.getByRole("textbox", { name: "Published" });
    await published.fill("2025-02-31");
    await published.press("Enter");
    await page.getByText("The month has no such day.").waitFor();
    await published.press("Escape");
    expect(await published.inputValue()).toBe("2025-05-14T08:45");
    const language = page.getByRole("textbox", { name: "Language" });
    await language.fill("French");
    await language.press("Tab");
    await page.getByText("Write the language as its code, such as “fr” or “pt-BR”.", { exact: true }).waitFor();
    await published.fill("May 2025");
    await published.press("Enter");
    await page
      .getByText("A date is written as 2025, 2025-05, 2025-05-16 or 2025-05-16T05:30.", { exact: true })
      .waitFor();
  });

  test("takes a pasted text with what is said of it, once", async () => {
    const { page } = await open();
    await openDemonstration(page);
    const paste = async () => {
      await page.getByRole("button", { name: "Paste text" }).click();
      const form = page.getByRole("form", { name: "Paste an article" });
      await form.getByRole("textbox", { name: "Text" }).fill("The ferry sails again.\n\nIt left Oure at noon.");
      await form.getByRole("textbox", { name: "Title" }).fill("Ferry sails again");
      await form.getByRole("textbox", { name: "Outlet" }).fill("Radio Oure");
      await form.getByRole("textbox", { name: "Published" }).fill("2025-05-19");
      await form.getByRole("button", { name: "Add to the library" }).click();
      await form.waitFor({ state: "detached" });
    };
    await paste();
    await row(page, "Ferry sails again").getByText("19 May 2025").waitFor();
    await paste();
    await page.getByText("is in the case already").waitFor();
    expect(await row(page, "Ferry sails again").count()).toBe(1);
  });
});

/** Selects the first three rows, by keys. */
async function selectThree(page: Page): Promise<void> {
  await page.getByRole("grid").focus();
  await page.keyboard.press("Home");
  await page.keyboard.press(" ");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await page.getByText("3 selected").waitFor();
}

/**
 * Holds back what the local host answers to one procedure, from now on. Gives how many are held, and lets go what
 * was held and all later answers.
 */
async function holdAnswers(page: Page, procedure: string): Promise<{ held: () => number; letGo: () => void }> {
  const asked = new Set<string>();
  const held: (() => void)[] = [];
  let isHeld = true;
  const idOf = (message: string) => /"i":"?(\w+)/.exec(message)?.[1] ?? "";
  await page.routeWebSocket(/\/rpc(\?|$)/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      if (typeof message === "string" && message.includes(procedure)) asked.add(idOf(message));
      server.send(message);
    });
    server.onMessage((message) => {
      const isAsked = typeof message === "string" && asked.has(idOf(message));
      if (isAsked && isHeld) held.push(() => socket.send(message));
      else socket.send(message);
    });
  });
  // Only sockets that are opened from now on are held.
  await page.reload();
  return {
    held: () => held.length,
    letGo() {
      isHeld = false;
      for (const send of held.splice(0)) send();
    },
  };
}
