import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DESKTOP_FOLDER, ROOT } from "../../build/bundle.ts";
import { VIEWS } from "../../renderer/route.ts";
import { launchSecondInstance, launchStandIn, type StandIn } from "../stand-in/launch.ts";
import { type Folders, makeFolders } from "./folders.ts";
import { goTo } from "./steps.ts";

/** The built bundles of the desktop, driven on the stand-in for Electron. */

const BUNDLES = join(ROOT, DESKTOP_FOLDER);

let folders: Folders;
let desktop: StandIn;

function launch(given: string[] = []): Promise<StandIn> {
  return launchStandIn({
    bundleFolder: BUNDLES,
    arguments: given,
    environment: folders.environment,
    userData: join(folders.settings, "profile"),
  });
}

beforeEach(async () => {
  folders = await makeFolders();
  desktop = await launch();
});

afterEach(async () => {
  await desktop.close();
  await folders.remove();
});

/** Makes a case by the menu and the form, and gives its path. */
async function makeCase(name: string): Promise<string> {
  const path = join(folders.cases, `${name}.sourceline`);
  await desktop.page.getByRole("button", { name: "New case" }).or(desktop.page.getByRole("main")).first().waitFor();
  await desktop.evaluateMain(({ record, clickMenuItem }, filePath) => {
    record.answers.push({ dialog: "showSaveDialog", answer: { canceled: false, filePath } });
    clickMenuItem("new-case");
  }, path);
  await desktop.page.getByRole("textbox", { name: "Name of the case" }).fill(name);
  await desktop.page.keyboard.press("Enter");
  await isOpen(name);
  return path;
}

/** Waits until the window shows the case of a name. */
async function isOpen(name: string): Promise<void> {
  await expect.poll(() => desktop.page.title()).toContain(`· ${name} ·`);
}

describe("the page on the desktop", () => {
  test("is the built page, answered by the workbench on its own thread", async () => {
    const { page } = desktop;
    await page.getByRole("button", { name: "New case" }).waitFor();
    expect(await page.title()).toContain("Sourceline");
    expect(await page.evaluate(() => typeof window.sourcelineShell?.pickCase)).toBe("function");
  });

  test("has no Node and nothing of Electron but its shell", async () => {
    const found = await desktop.page.evaluate(() =>
      ["require", "process", "Buffer", "module", "global", "electron", "ipcRenderer"].filter((name) => name in window),
    );
    expect(found).toEqual([]);
  });

  test("is given a port again when it is loaded again", async () => {
    const { page } = desktop;
    await page.reload();
    await page.getByRole("button", { name: "New case" }).waitFor();
  });

  test("goes on with its case when the workbench had to be started again, and is told so", async () => {
    await makeCase("Before");
    await desktop.evaluateMain(async ({ record, threads }) => {
      record.answers.push({ dialog: "showMessageBox", answer: { response: 0 } });
      await threads.at(-1)?.terminate();
    });
    await expect
      .poll(() => desktop.evaluateMain(({ record }) => record.dialogs.at(-1)))
      .toMatchObject({
        dialog: "showMessageBox",
        options: { detail: expect.stringContaining("“Before.sourceline” is open again.") },
      });
    await isOpen("Before");
    await makeCase("After");
  });
});

describe("the page is refused", () => {
  test("to go anywhere else", async () => {
    const { page } = desktop;
    const address = page.url();
    for (const elsewhere of ["https://elsewhere.example/", "http://127.0.0.1:9/", "/originals/0"]) {
      await page.evaluate((target) => {
        window.location.href = target;
      }, elsewhere);
      await expect
        .poll(() => desktop.evaluateMain(({ record }) => record.deniedNavigations))
        .toContainEqual(expect.stringContaining(elsewhere));
    }
    expect(page.url()).toBe(address);
  });

  test("requests to others, even where its policy on content is out of the way", async () => {
    const { page } = desktop;
    const devTools = await page.context().newCDPSession(page);
    await devTools.send("Page.setBypassCSP", { enabled: true });
    await page.reload();
    const outcome = await page.evaluate(() =>
      fetch("https://elsewhere.example/data").then(
        () => "answered",
        () => "failed",
      ),
    );
    expect(outcome).toBe("failed");
    const record = await desktop.evaluateMain(({ record: { cancelled, reachedNetwork } }) => ({
      cancelled,
      reachedNetwork,
    }));
    expect(record.cancelled).toEqual(["https://elsewhere.example/data"]);
    expect(record.reachedNetwork).toEqual([]);
  });

  test("requests to others by its policy on content", async () => {
    const violated = await desktop.page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          document.addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective));
          fetch("https://elsewhere.example/data").catch(() => {});
        }),
    );
    expect(violated).toBe("connect-src");
  });

  test("nothing that the page itself does, in any view", async () => {
    const { page } = desktop;
    await makeCase("Lake");
    await page.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", ({ effectiveDirective, sourceFile, lineNumber }) => {
        window.name += `${effectiveDirective} ${sourceFile}:${lineNumber}\n`;
      });
    });
    await page.reload();
    for (const view of VIEWS) {
      await goTo(page, view);
      // What stands for a view that is on its way has no words.
      await page.locator("#view").getByText(/\w/).first().waitFor();
    }
    expect(await page.evaluate(() => window.name)).toBe("");
  });

  test("script that is not a file of ours", async () => {
    const ran = await desktop.page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.ran = true";
      document.body.append(script);
      return "ran" in window;
    });
    expect(ran).toBe(false);
  });

  test("windows of its own", async () => {
    const { page } = desktop;
    const opened = await page.evaluate(() => window.open("https://elsewhere.example/"));
    expect(opened).toBeNull();
    await expect
      .poll(() => desktop.evaluateMain(({ record }) => record.windowsAskedFor))
      .toEqual([{ url: "https://elsewhere.example/", action: "deny" }]);
    await expect.poll(() => page.context().pages().length).toBe(1);
  });

  test("permissions", async () => {
    const states = await desktop.page.evaluate(async () => {
      const names = ["geolocation", "notifications", "camera", "midi"] as PermissionName[];
      return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state));
    });
    expect(states).toEqual(["denied", "denied", "denied", "denied"]);
  });

  test("files outside its own folder", async () => {
    const statuses = await desktop.page.evaluate(() =>
      Promise.all(
        [
          "/../desktop/main.mjs",
          "/%2e%2e/desktop/main.mjs",
          "/..%2fdesktop%2fmain.mjs",
          "/assets/..%5c..%5cmain.mjs",
        ].map(async (path) => (await fetch(path)).status),
      ),
    );
    for (const status of statuses) expect(status).toBeGreaterThanOrEqual(400);
  });
});

describe("addresses for the person's browser", () => {
  test("are opened when the person has seen them whole and said yes", async () => {
    await desktop.evaluateMain(({ record }) => {
      record.answers.push({ dialog: "showMessageBox", answer: { response: 0 } });
      record.answers.push({ dialog: "showMessageBox", answer: { response: 1 } });
    });
    const open = () => desktop.page.evaluate(() => window.sourcelineShell?.openExternal("https://news.example/a?b=c"));
    await open();
    expect(await desktop.evaluateMain(({ record }) => record.openedExternally)).toEqual([]);
    await open();
    const { opened, details } = await desktop.evaluateMain(({ record }) => ({
      opened: record.openedExternally,
      details: record.dialogs.map(({ options }) => (options as { detail: string }).detail),
    }));
    expect(opened).toEqual(["https://news.example/a?b=c"]);
    for (const detail of details) expect(detail).toContain("https://news.example/a?b=c");
  });

  test("are refused where they are no plain https", async () => {
    const refusal = await desktop.page.evaluate(() =>
      window.sourcelineShell?.openExternal("file:///etc/passwd").then(
        () => "opened",
        (error: Error) => error.message,
      ),
    );
    expect(refusal).toMatch(/Only whole https addresses/);
    expect(await desktop.evaluateMain(({ record }) => record.dialogs)).toEqual([]);
  });
});

describe("a case", () => {
  test("that is made and closed is one single file", async () => {
    const path = await makeCase("Lake");
    expect(await desktop.close()).toBe(0);
    expect(await readdir(folders.cases)).toEqual(["Lake.sourceline"]);
    desktop = await launch([path]);
    await isOpen("Lake");
  });

  test("is open from the first where the desktop is begun to show one, and later the one that was open last", async () => {
    await desktop.close();
    desktop = await launch(["--first-case"]);
    await expect.poll(() => desktop.page.title()).toMatch(/^Library · .+ · Sourceline$/);
    await makeCase("Lake");
    await desktop.close();
    desktop = await launch(["--first-case"]);
    await isOpen("Lake");
  });

  test("that a second start names is opened in the window that is there", async () => {
    const path = await makeCase("Lake");
    await makeCase("Hills");
    const code = await launchSecondInstance({
      bundleFolder: BUNDLES,
      arguments: [path],
      environment: folders.environment,
      userData: join(folders.settings, "profile"),
    });
    expect(code).toBe(0);
    await isOpen("Lake");
    const focused = await desktop.evaluateMain(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => window.isFocused()),
    );
    expect(focused).toEqual([true]);
  });

  test("that the Finder hands over is opened", async () => {
    const path = await makeCase("Lake");
    await makeCase("Hills");
    await desktop.evaluateMain(({ app }, file) => {
      app.emit("open-file", { preventDefault() {} }, file);
    }, path);
    await isOpen("Lake");
  });
});

describe("the menu", () => {
  test("sends its commands to the page", async () => {
    const { page } = desktop;
    await page.getByRole("button", { name: "New case" }).waitFor();
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      window.sourcelineShell?.onCommand((command) => {
        if (command.kind === "command") heard.push(command.command);
      });
    });
    await desktop.evaluateMain(({ clickMenuItem }) => {
      clickMenuItem("undo");
      clickMenuItem("redo");
    });
    await expect.poll(() => page.evaluate(() => Reflect.get(window, "heard"))).toEqual(["undo", "redo"]);
  });
});
