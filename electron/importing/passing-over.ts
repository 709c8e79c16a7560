import { isLitter, mayBeArticle } from "#domain/article-files.ts";

/** “Page_files” beside “Page.html”, as browsers of several languages name it. */
const BESIDE_PAGE = /^(?<page>.+)[_-](?:files|fichiers|dateien|archivos|ficheros|arquivos|bestanden|data)$/i;

/**
 * The pages among these files, by their way through folders and without their ending: what a browser saved beside one of them
 * lies in a folder that is named after it.
 */
export function pagesAmong(names: readonly string[]): ReadonlySet<string> {
  return new Set(
    names.flatMap((name) => (/\.x?html?$/i.test(name) ? [name.replace(/\.[^.]+$/, "").toLowerCase()] : [])),
  );
}

/** Whether a folder at this place is what a browser put beside one of the pages that it saved. */
export function isPartOfPage(place: string, pages: ReadonlySet<string>): boolean {
  const page = BESIDE_PAGE.exec(place)?.groups?.page;
  return page !== undefined && pages.has(page.toLowerCase());
}

/**
 * Whether a file of an archive is passed over, as it would be in a folder: by its way through the archive, “a/b/c.html”, and
 * the pages in the archive.
 */
export function isPassedOver(name: string, pages: ReadonlySet<string>): boolean {
  const steps = name.split("/");
  const file = steps.pop() ?? "";
  // That a name leads out of the archive is said, and not passed over.
  if (!mayBeArticle(file) || steps.some((step) => !/^\.\.?$/.test(step) && isLitter(step))) return true;
  return steps.some((_step, index) => isPartOfPage(steps.slice(0, index + 1).join("/"), pages));
}
