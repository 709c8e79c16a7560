/**
 * Chromium cannot be taught a scheme from outside, so that an address like `app://name/path` is carried by
 * `https://name.app.invalid/path` within it: a secure origin of its own, and a name that never resolves.
 */
const schemes = new Set<string>();

/** Says that a scheme is one of the application's own. */
export function addScheme(scheme: string): void {
  schemes.add(scheme);
}

/** An address of the application as Chromium carries it. */
export function carried(address: string): string {
  const [, blob = "", scheme = "", host = "", rest = ""] =
    /^(blob:)?([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/s.exec(address) ?? [];
  return schemes.has(scheme) ? `${blob}https://${host}.${scheme}.invalid${rest}` : address;
}

/** An address within Chromium as the application knows it. */
export function known(address: string): string {
  const [, blob = "", host = "", scheme = "", rest = ""] =
    /^(blob:)?https:\/\/([^/?#]+)\.([a-z][a-z0-9+-]*)\.invalid(.*)$/s.exec(address) ?? [];
  return schemes.has(scheme) ? `${blob}${scheme}://${host}${rest}` : address;
}
