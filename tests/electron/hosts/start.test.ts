import { mkdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { newestWithin } from "#electron/hosts/built.mjs";
import { fetchElectronOnce, findElectron } from "#electron/hosts/electron-binary.ts";
import { standardFolders, usableFolders } from "#electron/hosts/folders.ts";
import { openerFor } from "#electron/hosts/local/open-browser.ts";
import { temporaryFolder } from "../../support/workbench.ts";

/** A project whose electron package has the installer that is given. */
function projectWith(installer: string): string {
  const root = temporaryFolder();
  const electron = path.join(root, "node_modules", "electron");
  mkdirSync(electron, { recursive: true });
  writeFileSync(path.join(electron, "package.json"), JSON.stringify({ version: "45.0.0" }));
  writeFileSync(path.join(electron, "install.js"), installer);
  return root;
}

const FETCHES = `
  const fs = require("node:fs");
  fs.appendFileSync(__dirname + "/runs", "x");
  fs.mkdirSync(__dirname + "/dist");
  fs.writeFileSync(__dirname + "/dist/electron", "");
  fs.writeFileSync(__dirname + "/path.txt", "electron");
`;

test("Electron is found where it was fetched, and by its override", () => {
  const root = projectWith(FETCHES);
  expect(findElectron(root, {})).toBeNull();
  const fetched = path.join(root, "node_modules", "electron", "dist", "electron");
  expect(fetchElectronOnce(root)).toBe(fetched);
  expect(findElectron(root, {})).toBe(fetched);

  const elsewhere = temporaryFolder();
  expect(findElectron(root, { ELECTRON_OVERRIDE_DIST_PATH: elsewhere })).toBeNull();
  writeFileSync(path.join(elsewhere, "electron"), "");
  expect(findElectron(root, { ELECTRON_OVERRIDE_DIST_PATH: elsewhere })).toBe(path.join(elsewhere, "electron"));
});

test("a download that failed is not tried again until there is another version", () => {
  const root = projectWith("process.exit(1)");
  expect(fetchElectronOnce(root)).toBeNull();
  const electron = path.join(root, "node_modules", "electron");
  writeFileSync(path.join(electron, "install.js"), FETCHES);
  expect(fetchElectronOnce(root)).toBeNull();

  writeFileSync(path.join(electron, "package.json"), JSON.stringify({ version: "46.0.0" }));
  expect(fetchElectronOnce(root)).toBe(path.join(electron, "dist", "electron"));
});

test("where nothing can be written nothing is fetched", () => {
  const root = projectWith(FETCHES);
  writeFileSync(path.join(root, "dist"), "no folder");
  expect(fetchElectronOnce(root)).toBeNull();
});

test("settings that cannot be kept where they should be are kept elsewhere, and that is said", () => {
  const folder = temporaryFolder();
  const cases = path.join(folder, "cases");
  const said: string[] = [];
  const say = (sentence: string) => said.push(sentence);
  const fine = { settings: path.join(folder, "new", "settings"), cases };
  expect(usableFolders(fine, say)).toEqual(fine);
  expect(said).toEqual([]);

  const file = path.join(folder, "file");
  writeFileSync(file, "");
  const usable = usableFolders({ settings: path.join(file, "settings"), cases }, say);
  expect(usable.cases).toBe(cases);
  writeFileSync(path.join(usable.settings, "settings.json"), "{}");
  rmSync(usable.settings, { recursive: true });
  expect(said).toEqual([
    expect.stringMatching(/^Nothing can be written to “.+file.settings”, so .+ Set SOURCELINE_SETTINGS /),
  ]);
});

test("what was built is held against the newest of its sources, however deep, and against what was taken away", () => {
  const folder = temporaryFolder();
  const file = path.join(folder, "one", "two", "three.ts");
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, "");
  utimesSync(file, 5_000_000_000, 5_000_000_000);
  expect(newestWithin(folder)).toBe(5_000_000_000_000);
  rmSync(file);
  expect(newestWithin(folder)).toBeLessThan(5_000_000_000_000);
  expect(newestWithin(path.join(folder, "nothing"))).toBe(0);
});

test("a browser is opened only where somebody is there to see it", () => {
  expect(openerFor("linux", {})).toBeNull();
  expect(openerFor("linux", { DISPLAY: ":0" })).toEqual(["xdg-open"]);
  expect(openerFor("linux", { WAYLAND_DISPLAY: "wayland-0" })).toEqual(["xdg-open"]);
  expect(openerFor("darwin", {})).toEqual(["open"]);
  expect(openerFor("win32", {})?.[0]).toBe("rundll32");
});

test("folders can be put elsewhere", () => {
  expect(standardFolders({ SOURCELINE_SETTINGS: "/s", SOURCELINE_CASES: "/c" })).toEqual({
    settings: "/s",
    cases: "/c",
  });
  const usual = standardFolders({});
  expect(path.isAbsolute(usual.settings)).toBe(true);
  expect(path.basename(usual.cases)).toBe("Sourceline");
});
