/**
 * The key by which the local host knows its own page. A cookie alone would not do: it goes to every server of this machine
 * that the browser visits, since cookies know no ports. The storage of an origin does know them. The desktop gives no key and
 * asks for none.
 */

/** Where the host puts the key into the page, and where the page keeps it for its next load and its other windows. */
const NAME = "sourceline-key";

const key = given() ?? kept();

/** Whether the host will answer this page. */
export const isLetIn = key !== null || window.sourcelineShell !== undefined;

/** The address of something that the host keeps for its page alone: what is in a case, and the way to the workbench. */
export function withKey(path: string): string {
  if (key === null) return path;
  return `${path}${path.includes("?") ? "&" : "?"}key=${encodeURIComponent(key)}`;
}

/** The key in the markup of the page, which is there in the answer to a printed address; it and the token go. */
function given(): string | null {
  if (location.search !== "") history.replaceState(history.state, "", location.pathname + location.hash);
  const element = document.querySelector<HTMLMetaElement>(`meta[name="${NAME}"]`);
  if (!element) return null;
  const { content } = element;
  element.remove();
  try {
    localStorage.setItem(NAME, content);
  } catch {
    // A browser that keeps nothing shows the page until it is loaded again.
  }
  return content;
}

function kept(): string | null {
  try {
    return localStorage.getItem(NAME);
  } catch {
    return null;
  }
}
