import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Arch, build, Platform } from "electron-builder";
import { buildAll, ROOT } from "./bundle.ts";
import { PACKAGE_CONFIGURATION } from "./package-configuration.ts";
import { makePlaceholder } from "./placeholder.ts";

/** Packages the built bundles into a folder over a placeholder in place of Electron. Gives the folder. */
export async function packageOverPlaceholder(output = join(ROOT, "dist", "package")): Promise<string> {
  const placeholder = join(output, "placeholder-electron");
  await makePlaceholder(placeholder);
  const arch = process.arch === "arm64" ? Arch.arm64 : Arch.x64;
  await build({
    projectDir: ROOT,
    targets: Platform.LINUX.createTarget("dir", arch),
    config: {
      ...PACKAGE_CONFIGURATION,
      directories: { ...PACKAGE_CONFIGURATION.directories, output },
      electronDist: placeholder,
    },
    publish: "never",
  });
  return join(output, arch === Arch.arm64 ? "linux-arm64-unpacked" : "linux-unpacked");
}

/** Whether Electron's binary is here, or can be fetched. */
function haveElectron(): boolean {
  const folder = join(createRequire(import.meta.url).resolve("electron/package.json"), "..");
  if (existsSync(join(folder, "path.txt"))) return true;
  return spawnSync(process.execPath, [join(folder, "install.js")], { stdio: "ignore" }).status === 0;
}

if (import.meta.main) {
  await buildAll();
  if (haveElectron()) {
    await build({ projectDir: ROOT, config: PACKAGE_CONFIGURATION, publish: "never" });
  } else {
    const folder = await packageOverPlaceholder();
    console.log(
      `Electron’s binary is not here and cannot be fetched, so that “${folder}” was packed over a placeholder: it shows what a package holds, and cannot run.`,
    );
  }
}
