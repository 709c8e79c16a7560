import { Problem } from "#domain/problems.ts";

/** What SQLite and the file system say, by code, as problems that a person can act on. */
const SENTENCES: readonly [RegExp, (path: string) => Problem][] = [
  [
    /^(SQLITE_FULL|ENOSPC|EDQUOT)/,
    () => new Problem("DISK_FULL", "The disk is full. Nothing was changed; make room and do it again.", {}),
  ],
  [
    /^(SQLITE_READONLY|SQLITE_CANTOPEN|EACCES|EPERM|EROFS)/,
    (path) =>
      new Problem(
        "READ_ONLY",
        `“${path}” cannot be written to. Copy the case to a folder of your own and open it there.`,
        { path },
      ),
  ],
  [
    /^SQLITE_NOTADB/,
    (path) =>
      new Problem("NOT_A_CASE", `“${path}” is not a Sourceline case. Choose a file that ends in .sourceline.`, {
        path,
      }),
  ],
  [
    /^SQLITE_CORRUPT/,
    (path) =>
      new Problem(
        "CASE_DAMAGED",
        `The case file “${path}” is damaged. Open a copy of it from before, if there is one.`,
        {
          path,
        },
      ),
  ],
];

/** Gives the problem that a failure of SQLite or of the file system stands for; any other error unchanged. */
export function asProblem(error: unknown, path: string): unknown {
  if (error instanceof Problem || !(error instanceof Error) || !("code" in error)) return error;
  const code = String(error.code);
  return SENTENCES.find(([pattern]) => pattern.test(code))?.[1](path) ?? error;
}

/** Runs something that touches the case file and turns what fails into problems. */
export function guarded<Result>(path: string, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    throw asProblem(error, path);
  }
}
