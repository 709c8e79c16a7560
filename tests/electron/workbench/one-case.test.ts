import { spawnSync } from "node:child_process";
import { linkSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { expect, test, vi } from "vitest";
import { finish } from "#domain/contract/base.ts";
import { rangeOf, refusal, temporaryWorkbench } from "../../support/workbench.ts";

const TEXT = "The post at Tamba came under fire before dawn, residents said. Forty soldiers were killed.";

async function caseWithClaim() {
  const workbench = temporaryWorkbench();
  const { client, folder } = workbench;
  const { path: file } = await client.cases.create({ name: "One", path: path.join(folder, "one.sourceline") });
  const { articleId } = await client.articles.importText({ text: TEXT, fields: { outlet: "Northwire" } });
  if (!articleId) throw new Error("The article was not imported.");
  const content = [rangeOf(TEXT, "Forty soldiers were killed")];
  const made = await client.claims.create({ fields: { statement: "40 killed" }, attribution: { articleId, content } });
  return { ...workbench, file, articleId, ...made };
}

/** What another process is told that tries to open the case. */
function opensElsewhere(file: string): string {
  const script = `
    import { openCaseFile } from "#electron/store/case-file.ts";
    try { openCaseFile(process.argv[1], "another").close(); console.log("opened"); } catch (error) { console.log(error.code); }`;
  const run = spawnSync(process.execPath, ["--input-type=module", "--eval", script, file], { encoding: "utf8" });
  return run.stdout.trim();
}

test("the lock of an open case outlives every attempt to read the file as something else", async () => {
  const { client, file, folder } = await caseWithClaim();
  expect(opensElsewhere(file)).toBe("CASE_IN_USE");

  const report = await finish(await client.articles.importPaths({ paths: [file] }));
  expect(report.files[0]?.sentence).toContain("a case that is open here");
  expect((await refusal(client.cases.checkReport({ file }).then((work) => finish(work)))).code).toBe("UNREADABLE_FILE");
  expect(
    (await refusal(client.cases.createFromJson({ file, path: `${file}.new` }).then((work) => finish(work)))).code,
  ).toBe("UNREADABLE_FILE");
  const { id } = await finish(await client.exports.render({ format: "json" }));
  expect((await refusal(client.exports.write({ id, path: file, replace: true }))).code).toBe("UNREADABLE_FILE");
  symlinkSync(file, path.join(folder, "link.sourceline"));
  linkSync(file, path.join(folder, "hard.sourceline"));
  expect((await client.cases.open({ path: path.join(folder, "link.sourceline") })).path).toBe(file);
  expect((await client.cases.open({ path: path.join(folder, "hard.sourceline") })).path).toBe(file);

  expect(opensElsewhere(file)).toBe("CASE_IN_USE");
});

test("an import stays with the case that it began in", async () => {
  const { client, folder } = temporaryWorkbench();
  const files = path.join(folder, "files");
  mkdirSync(files);
  for (let number = 0; number < 300; number++)
    writeFileSync(path.join(files, `${number}.txt`), `Title ${number}\nText ${number}.`);
  await client.cases.create({ name: "Alpha", path: path.join(folder, "alpha.sourceline") });
  const importing = await client.articles.importPaths({ paths: [files] });
  await importing.next();
  await client.cases.create({ name: "Beta", path: path.join(folder, "beta.sourceline") });
  expect((await refusal(finish(importing))).code).toBe("CONFLICT");
  expect((await client.articles.list({})).total).toBe(0);
});

test("the verdict given last is in force, also where the clock went back", async () => {
  const { client, claimId } = await caseWithClaim();
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2031-01-01T12:00:00.000Z") });
  try {
    await client.assessments.record({ claimId, verdict: "unverified" });
    const { rows } = await client.sources.list({});
    const sourceId = rows[0]?.id ?? "";
    await client.sources.grade({ sourceId, letter: "B" });
    vi.setSystemTime(new Date("2031-01-01T11:00:00.000Z"));
    await client.assessments.record({ claimId, verdict: "withdrawn", rationale: "They took it back." });
    await client.sources.grade({ sourceId, letter: "D" });
    expect((await client.claims.get({ id: claimId })).verdict).toBe("withdrawn");
    expect((await client.sources.get({ id: sourceId })).grade).toBe("D");
  } finally {
    vi.useRealTimers();
  }
});

test("the history of a claim keeps what happened to attributions that are gone", async () => {
  const { client, claimId, attributionId, articleId } = await caseWithClaim();
  await client.attributions.setChain({ id: attributionId, chain: [{ source: { name: "Reed Front" } }] });
  await client.attributions.setWords({ id: attributionId, role: "cue", ranges: [rangeOf(TEXT, "residents said")] });
  await client.notes.create({ about: { claimId }, body: "Look again." });
  await client.attributions.remove({ id: attributionId });
  const labels = async (about: string) => (await client.history.list({ about })).rows.map(({ label }) => label);
  expect(await labels(claimId)).toEqual([
    "remove an attribution of “40 killed”",
    "write the note “Look again.”",
    "mark the cue of “40 killed”",
    "change the chain of “40 killed”",
    "make the claim “40 killed”",
  ]);
  expect(await labels(articleId)).toHaveLength(5);
});

test("a claim goes with its last attribution only where nobody has worked on it", async () => {
  const { client, claimId, attributionId } = await caseWithClaim();
  expect((await client.attributions.remove({ id: attributionId })).claimRemoved).toBe(true);
  expect((await refusal(client.claims.get({ id: claimId }))).code).toBe("NOT_FOUND");
  await client.history.undo();
  await client.assessments.record({ claimId, verdict: "unverified" });
  expect((await client.attributions.remove({ id: attributionId })).claimRemoved).toBe(false);
  expect((await client.claims.get({ id: claimId })).assessments).toHaveLength(1);
});

test("an undo that expects an entry refuses where something was done since", async () => {
  const { client, claimId, sequence } = await caseWithClaim();
  await client.claims.update({ id: claimId, fields: { object: "soldiers" } });
  expect((await refusal(client.history.undo({ expecting: sequence ?? 0 }))).code).toBe("CONFLICT");
  expect((await client.claims.get({ id: claimId })).object).toBe("soldiers");
});

test("a verdict is stale once the claim, an access or the words of an attribution have changed", async () => {
  const { client, claimId, attributionId } = await caseWithClaim();
  await client.assessments.record({ claimId, verdict: "unverified" });
  const stale = async () => (await client.claims.get({ id: claimId })).stale;
  expect(await stale()).toEqual([]);
  await client.claims.update({ id: claimId, fields: { statement: "600 killed" } });
  expect(await stale()).toEqual(["The claim itself was changed since."]);
  await client.history.undo();
  await client.claims.update({ id: claimId, fields: { workState: "closed" } });
  expect(await stale()).toEqual([]);
  await client.attributions.setChain({
    id: attributionId,
    chain: [{ source: { name: "Northwire" }, access: "second-hand" }],
  });
  expect(await stale()).toEqual(["1 attribution was changed since."]);
  await client.history.undo();
  await client.attributions.setWords({ id: attributionId, role: "content", ranges: [rangeOf(TEXT, "Forty soldiers")] });
  expect(await stale()).toEqual(["1 attribution was changed since."]);
});

test("a check finds a verdict that was written around the journal, and stacks of undo that were bent", async () => {
  const { client, file } = await caseWithClaim();
  const bent = async (sql: string) => {
    await client.cases.close();
    const database = new Database(file);
    database.exec(sql);
    database.close();
    await client.cases.open({ path: file });
    return (await finish(await client.cases.check())).findings;
  };
  expect(await bent("UPDATE claim_standing SET verdict = 'verified', credibility = '1'")).toEqual([
    "Where the claim “40 killed” stands is not what its assessments and attributions say.",
  ]);
  const findings = await bent(
    "UPDATE claim_standing SET verdict = 'untriaged', credibility = NULL; DROP TRIGGER entry_is_never_changed; UPDATE entry SET topUndo = 2 WHERE sequence = 3",
  );
  expect(findings).toEqual([expect.stringContaining("says something else of Undo and Redo")]);
});

test("an export whose rows are not what its journal left makes no case", async () => {
  const { client, claimId, folder } = await caseWithClaim();
  await client.assessments.record({ claimId, verdict: "unverified" });
  const forged = path.join(folder, "forged.json");
  const { id } = await finish(await client.exports.render({ format: "json" }));
  await client.exports.write({ id, path: forged });
  const exported = JSON.parse(readFileSync(forged, "utf8"));
  exported.tables.assessment[0].verdict = "verified";
  writeFileSync(forged, JSON.stringify(exported));
  const made = path.join(folder, "forged.sourceline");
  expect(
    await refusal(client.cases.createFromJson({ file: forged, path: made }).then((work) => finish(work))),
  ).toMatchObject({
    code: "CASE_DAMAGED",
  });
  expect((await refusal(client.cases.open({ path: made }))).code).toBe("CASE_NOT_FOUND");
});
