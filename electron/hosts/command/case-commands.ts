import path from "node:path";
import type { ImportedFile } from "#domain/contract/articles.ts";
import { finish } from "#domain/contract/base.ts";
import { EXPORT_FORMAT_CODES } from "#domain/contract/reports.ts";
import { type Command, EXIT, optionOf, WrongUsage, wordOf } from "./command.ts";
import { printable, table } from "./output.ts";
import { existingCase, newCase, withCase, withWorkbench } from "./session.ts";

export const newCommand: Command = {
  name: "new",
  usage: "CASE [--from FILE.json]",
  summary: "Make a case file.",
  details: "With --from, the case is made from a JSON export and equals the one that was exported.",
  words: [1, 1],
  options: { from: { type: "string" } },
  async run(given) {
    const place = newCase(wordOf(given, 0));
    const from = optionOf(given, "from");
    const made = await withWorkbench(async ({ workbench }) =>
      from === undefined
        ? workbench.cases.create({ name: path.basename(place, path.extname(place)), path: place })
        : finish(
            await workbench.cases.createFromJson({ file: path.resolve(from), path: place }, { signal: given.signal }),
            given.output.progress,
          ),
    );
    await given.output.give(made, [`Made ${printable(made.path)}.`]);
    return EXIT.done;
  },
};

export const importCommand: Command = {
  name: "import",
  usage: "CASE PATH… [--report FILE.csv]",
  summary: "Bring article files, or folders of them, into a case.",
  details:
    "A file that cannot be read is reported and stops nothing; the command then ends with 1.\nCtrl-C stops it; the articles that were brought in by then stay, whole.\nWith --report, what became of every file is written there as CSV; a file that is there already is not replaced.",
  words: [2, Number.POSITIVE_INFINITY],
  options: { report: { type: "string" } },
  async run(given) {
    const { output, signal } = given;
    const [word = "", ...words] = given.words;
    const paths = words.map((one) => path.resolve(one));
    let before = null as number | null;
    try {
      const report = await withCase(given, async ({ workbench }) => {
        before = (await workbench.cases.current())?.counts.articles ?? 0;
        const made = await finish(await workbench.articles.importPaths({ paths }, { signal }), output.progress);
        const place = optionOf(given, "report");
        if (place !== undefined && made.report !== null)
          await workbench.exports.write({ id: made.report.id, path: path.resolve(place) });
        return made;
      });
      const lines = table<ImportedFile>(report.files, [
        { head: "OUTCOME", of: (file) => file.outcome },
        { head: "FILE", of: (file) => file.name },
        { head: "WHAT BECAME OF IT", of: (file) => file.sentence },
      ]);
      await output.give(report, lines);
      const { imported, revised, known, failed } = report;
      const unnamed = imported + revised + known + failed - report.files.length;
      if (unnamed > 0) output.say(`${unnamed} more files are not listed here; --report names all of them.`);
      for (const { name, sentence } of report.tables) output.say(`“${printable(name)}”: ${printable(sentence)}`);
      const revisions = revised > 0 ? ` ${revised} kept as revisions,` : "";
      output.say(`${imported} imported,${revisions} ${known} known already, ${failed} failed.`);
      if (report.ended !== null) output.say(report.ended);
      return failed > 0 || report.ended !== null ? EXIT.problem : EXIT.done;
    } catch (error) {
      if (!signal.aborted || before === null) throw error;
      // Counted only now that the workbench has ended, since it may have written once more after the interruption.
      const { counts } = await withWorkbench(({ workbench }) => workbench.cases.open({ path: existingCase(word) }));
      output.say(`Interrupted. Articles brought in before that, whole and to stay: ${counts.articles - before}.`);
      return EXIT.interrupted;
    }
  },
};

export const exportCommand: Command = {
  name: "export",
  usage: "CASE FORMAT --out PATH [--report ID] [--replace]",
  summary: "Write a case or a report to a file.",
  details: `FORMAT is one of ${EXPORT_FORMAT_CODES.join(", ")}.\nWith --report, a saved report is written; without, the whole case.\nA file that is there already is replaced only with --replace.`,
  words: [2, 2],
  options: { out: { type: "string" }, report: { type: "string" }, replace: { type: "boolean" } },
  async run(given) {
    const { output, signal } = given;
    const format = EXPORT_FORMAT_CODES.find((code) => code === wordOf(given, 1));
    if (!format) {
      throw new WrongUsage(`There is no format “${wordOf(given, 1)}”. Choose from ${EXPORT_FORMAT_CODES.join(", ")}.`);
    }
    const out = optionOf(given, "out");
    if (out === undefined) throw new WrongUsage("Say where the file should go: --out PATH.");
    const written = await withCase(given, async ({ workbench }) => {
      const reportId = optionOf(given, "report");
      const rendered = await finish(await workbench.exports.render({ format, reportId }, { signal }), output.progress);
      const replace = given.options.replace === true;
      return workbench.exports.write({ id: rendered.id, path: path.resolve(out), replace }, { signal });
    });
    await output.give(written, [`Wrote ${printable(written.path)}, ${written.size.toLocaleString("en-GB")} bytes.`]);
    return EXIT.done;
  },
};

export const checkCommand: Command = {
  name: "check",
  usage: "CASE [--report FILE]",
  summary: "Check that a case is sound, or hold an exported report against it.",
  details:
    "Checks SQLite’s integrity, the hashes of texts and originals, the chain of the journal, and that every passage\nlies within its text and equals its quote. With --report, the hash, offset and quote of every passage in the file.\nEnds with 3 where something is wrong.",
  words: [1, 1],
  options: { report: { type: "string" } },
  async run(given) {
    const { output, signal } = given;
    const report = optionOf(given, "report");
    const found = await withCase(given, async ({ workbench }) =>
      report === undefined
        ? finish(await workbench.cases.check(undefined, { signal }), output.progress)
        : finish(await workbench.cases.checkReport({ file: path.resolve(report) }, { signal }), output.progress),
    );
    const checked = Object.entries(found.checked).map(([what, count]) => `${count} ${what}`);
    await output.give(found, [
      ...found.findings.map(printable),
      `Checked ${checked.join(", ")}: ${found.clean ? "all is well." : `${found.findings.length} wrong.`}`,
    ]);
    return found.clean ? EXIT.done : EXIT.found;
  },
};
