import { mayBeArticle } from "#domain/article-files.ts";
import type { Shell } from "#domain/contract/shell.ts";
import { withKey } from "./key.ts";
import { sendFiles } from "./sending-files.ts";

/** What the host around the page can do: the desktop's own shell, or the browser's ways of the same. */
export const shell: Shell = window.sourcelineShell ?? browserShell();

/** The shell of a page in a browser: files go up by POST and come down by a link; there are no native dialogs. */
function browserShell(): Shell {
  return {
    hasFileDialogs: false,
    pickCase: async () => null,
    chooseNewCase: async () => null,
    pickArticles: async (goesOn) => {
      const files = await chooseFiles("files");
      return files.length === 0 ? null : sendFiles(files, goesOn);
    },
    pickFolder: async (goesOn) => {
      const files = (await chooseFiles("folder")).filter(({ name }) => mayBeArticle(name));
      return files.length === 0 ? null : sendFiles(files, goesOn);
    },
    takeDropped: sendFiles,
    saveRendered: async ({ id, name }) => {
      const link = document.createElement("a");
      link.href = withKey(`/rendered/${encodeURIComponent(id)}`);
      link.download = name;
      link.click();
      return name;
    },
    showInFolder: async () => {},
    openExternal: async (url) => {
      const address = URL.parse(url);
      if (address?.protocol !== "https:") return;
      if (window.confirm(`Open ${address.host} in a new tab? This leaves Sourceline and uses the network.`)) {
        window.open(address.href, "_blank", "noopener,noreferrer");
      }
    },
    onCommand: () => () => {},
  };
}

function chooseFiles(what: "files" | "folder"): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement("input");
    input.type = "file";
    input.multiple = true;
    input.webkitdirectory = what === "folder";
    input.addEventListener("change", () => resolve([...(input.files ?? [])]));
    input.addEventListener("cancel", () => resolve([]));
    input.click();
  });
}
