import { spawn } from "node:child_process";

/** Opens an address in the person's browser where there is one; otherwise nothing happens, and the address is printed. */
export function openBrowser(address: string): void {
  const opener = openerFor(process.platform, process.env);
  if (opener === null) return;
  const [program, ...words] = opener;
  const child = spawn(program, [...words, address], { stdio: "ignore", detached: true });
  // No such program on this machine.
  child.on("error", () => {});
  child.unref();
}

/** The program that opens an address, with its first words, or null where nobody is there to see it. */
export function openerFor(
  platform: NodeJS.Platform,
  environment: NodeJS.ProcessEnv,
): readonly [string, ...string[]] | null {
  switch (platform) {
    case "darwin":
      return ["open"];
    case "win32":
      return ["rundll32", "url.dll,FileProtocolHandler"];
    default:
      return environment.DISPLAY || environment.WAYLAND_DISPLAY ? ["xdg-open"] : null;
  }
}
