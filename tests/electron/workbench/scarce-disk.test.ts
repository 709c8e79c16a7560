import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder, workbenchIn } from "../../support/workbench.ts";

const SCRIPT = path.join(import.meta.dirname, "../../support/scarce-disk.ts");
const FULL = "DISK_FULL: The disk is full. Nothing was changed; make room and do it again.";

/** Whether this machine lets us mount a disk of our own, which only a Linux with user namespaces does. */
const canMount = spawnSync("unshare", ["-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]).status === 0;

/** Plays a scene in a mount namespace of its own, where `mount` was run before, and gives what it saw. */
function played(scene: string, folder: string, mount: string): Record<string, unknown> {
  const disk = path.join(folder, "disk");
  const elsewhere = path.join(folder, "elsewhere");
  mkdirSync(disk, { recursive: true });
  mkdirSync(elsewhere, { recursive: true });
  const { status, stdout, stderr } = spawnSync(
    "unshare",
    ["-rm", "sh", "-ec", `${mount}\nexec "$@"`, disk, process.execPath, SCRIPT, scene, disk, elsewhere],
    { encoding: "utf8" },
  );
  // A defect is written to the standard error, so that nothing may be there.
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return JSON.parse(stdout);
}

const SMALL_DISK = 'mount -t tmpfs -o size=2m tmpfs "$0"';

test.skipIf(!canMount)("on a full disk no half case is made, and the name of the author stays", () => {
  expect(played("create", temporaryFolder(), SMALL_DISK)).toEqual({
    refused: FULL,
    left: [],
    created: "done",
    preferred: FULL,
    stillNamedBefore: true,
  });
});

test.skipIf(!canMount)("a disk that fills during an import takes nothing that was acknowledged", () => {
  const seen = played("import", temporaryFolder(), SMALL_DISK);
  expect(seen).toMatchObject({ refused: FULL, again: FULL, usable: { check: [] }, closed: "done", noteLeft: false });
  expect(seen).toMatchObject({ opened: "done", findings: [], removed: "done", undone: "done", lost: [] });
  const { acknowledged, kept } = seen.counts as { acknowledged: number; kept: number };
  expect(acknowledged).toBeGreaterThan(3);
  expect(kept).toBe(acknowledged);
});

test.skipIf(!canMount)("a long import that fills the disk ends with a report of what came in", () => {
  expect(played("long import", temporaryFolder(), SMALL_DISK)).toEqual({
    isPart: true,
    isCounted: true,
    ended: expect.stringMatching(/^The disk is full, so the import ended before its end\. What had come in stays/),
    hasList: true,
  });
});

test.skipIf(!canMount)("when room is made, the open case takes what it refused", () => {
  expect(played("import goes on", temporaryFolder(), SMALL_DISK)).toEqual({
    refused: FULL,
    accepted: "done",
    articles: 2,
    findings: [],
    left: ["case.sourceline"],
  });
});

test.skipIf(!canMount)("an export that finds no room leaves no half file", () => {
  expect(played("export", temporaryFolder(), SMALL_DISK)).toEqual({
    noPlace: FULL,
    noRoom: FULL,
    waiting: [],
    notWritten: FULL,
    left: [],
    written: "done",
    whole: true,
  });
});

test.skipIf(!canMount)("in a folder that cannot be written to, a case is named and left as it is", async () => {
  const folder = temporaryFolder();
  const disk = path.join(folder, "disk");
  mkdirSync(disk);
  const workbench = workbenchIn(folder);
  await workbench.client.cases.create({ name: "Locked", path: path.join(disk, "case.sourceline") });
  await workbench.close();
  const seen = played("read only", folder, 'mount --bind "$0" "$0"; mount -o remount,bind,ro "$0"');
  const readOnly = (name: string) => expect.stringMatching(new RegExp(`^READ_ONLY: .*${name}.* cannot be written to`));
  expect(seen).toEqual({ opened: readOnly("case.sourceline"), created: readOnly("new.sourceline"), untouched: true });
});
