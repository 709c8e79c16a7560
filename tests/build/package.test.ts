import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { extractAll, listPackage } from "@electron/asar";
import { FuseV1Options, getCurrentFuseWire } from "@electron/fuses";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packageOverPlaceholder } from "../../build/package.ts";
import { FUSES, PACKAGE_CONFIGURATION } from "../../build/package-configuration.ts";
import { launchStandIn } from "../stand-in/launch.ts";

/** Most of it is what reads formats, the native module and the fonts; a package that is larger has taken something along. */
const MOST_BYTES = 40_000_000;

/** How the binary says that a fuse is on: the character 1. */
const FUSE_ON = "1".charCodeAt(0);

let output: string;
let folder: string;
let contents: string[];

beforeAll(async () => {
  output = await mkdtemp(join(tmpdir(), "sourceline-package-"));
  folder = await packageOverPlaceholder(output);
  contents = listPackage(join(folder, "resources", "app.asar"), { isPack: false }).map((path) =>
    path.replaceAll("\\", "/"),
  );
}, 120_000);

afterAll(() => rm(output, { recursive: true, force: true }));

describe("a package", () => {
  test("holds the bundles, the page and the native module of its own system", () => {
    expect(contents).toEqual(
      expect.arrayContaining([
        "/package.json",
        "/dist/desktop/main.mjs",
        "/dist/desktop/preload.cjs",
        "/dist/desktop/service-thread.mjs",
        "/dist/desktop/reading-thread.mjs",
        "/dist/desktop/likeness-thread.mjs",
        "/dist/desktop/showing-thread.mjs",
        "/dist/page/pdf/cmaps/90ms-RKSJ-H.bcmap",
        "/dist/page/index.html",
        "/node_modules/better-sqlite3/lib/index.js",
        `/node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`,
      ]),
    );
  });

  test("holds nothing else", () => {
    const allowed = [
      /^\/package\.json$/,
      /^\/dist(\/(desktop|page))?$/,
      // The threads, what they share, and each library that is loaded on need.
      /^\/dist\/desktop\/(preload\.cjs|[\w.-]+\.mjs)$/,
      /^\/dist\/page\/index\.html$/,
      /^\/dist\/page\/assets(\/[\w.-]+\.(m?js|css|woff2?|svg))?$/,
      /^\/dist\/page\/pdf(\/(cmaps(\/[\w-]+\.bcmap)?|standard_fonts(\/[\w-]+\.(pfb|ttf))?|wasm(\/[\w-]+\.js)?))?$/,
      /^\/node_modules(\/better-sqlite3(\/(package\.json|LICENSE|lib(\/.*)?|prebuilds))?)?$/,
      new RegExp(`^/node_modules/better-sqlite3/prebuilds/linux-${process.arch}\\.node$`),
    ];
    expect(contents.filter((path) => !allowed.some((pattern) => pattern.test(path)))).toEqual([]);
  });

  test("leaves only the native module outside the archive whose hash is checked", async () => {
    const unpacked = join(folder, "resources", "app.asar.unpacked");
    const files = (await readdir(unpacked, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    expect(files.map((file) => file.name)).toEqual([`linux-${process.arch}.node`]);
  });

  test("has no source maps in it, nor references to any", async () => {
    const extracted = join(output, "extracted");
    extractAll(join(folder, "resources", "app.asar"), extracted);
    const bundles = (await readdir(join(extracted, "dist", "desktop"))).filter((name) => !name.startsWith("."));
    expect(bundles.length).toBeGreaterThan(5);
    for (const bundle of bundles) {
      const text = await readFile(join(extracted, "dist", "desktop", bundle), "utf8");
      expect(text, bundle).not.toMatch(/^\/\/[#@] sourceMappingURL=/m);
    }
    expect(contents.filter((path) => path.endsWith(".map"))).toEqual([]);
  });

  test("is no larger than what runs inside", async () => {
    const { size } = await stat(join(folder, "resources", "app.asar"));
    expect(size).toBeGreaterThan(100_000);
    expect(size).toBeLessThan(MOST_BYTES);
  });

  test("has every fuse of the binary set", async () => {
    const wire = await getCurrentFuseWire(join(folder, "sourceline"));
    const set = (name: FuseV1Options) => Number(wire[name]) === FUSE_ON;
    expect({
      runAsNode: set(FuseV1Options.RunAsNode),
      enableCookieEncryption: set(FuseV1Options.EnableCookieEncryption),
      enableNodeOptionsEnvironmentVariable: set(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      enableNodeCliInspectArguments: set(FuseV1Options.EnableNodeCliInspectArguments),
      enableEmbeddedAsarIntegrityValidation: set(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyLoadAppFromAsar: set(FuseV1Options.OnlyLoadAppFromAsar),
      loadBrowserProcessSpecificV8Snapshot: set(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
      grantFileProtocolExtraPrivileges: set(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual(FUSES);
  });

  test("starts from what was packed", async () => {
    const extracted = join(output, "started");
    extractAll(join(folder, "resources", "app.asar"), extracted);
    const desktop = await launchStandIn({
      bundleFolder: join(extracted, "dist", "desktop"),
      environment: { SOURCELINE_SETTINGS: join(output, "settings"), SOURCELINE_CASES: join(output, "cases") },
    });
    try {
      await desktop.page.getByRole("heading").first().waitFor();
    } finally {
      expect(await desktop.close(), desktop.output()).toBe(0);
    }
  }, 60_000);
});

describe("the fuses", () => {
  test("leave a stranger no way to run something else under our name", () => {
    expect(FUSES).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  test("are in the configuration, with packages for every system on both kinds of processor", () => {
    expect(PACKAGE_CONFIGURATION.electronFuses).toEqual(FUSES);
    const targets = [PACKAGE_CONFIGURATION.linux, PACKAGE_CONFIGURATION.mac, PACKAGE_CONFIGURATION.win].flatMap(
      (system) => system?.target,
    );
    expect(targets).toEqual([
      { target: "AppImage", arch: ["x64", "arm64"] },
      { target: "deb", arch: ["x64", "arm64"] },
      { target: "dmg", arch: ["x64", "arm64"] },
      { target: "nsis", arch: ["x64", "arm64"] },
    ]);
  });
});
