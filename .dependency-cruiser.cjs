/** Who may import whom. The house is described in docs/architecture.md; there are no exceptions. */
const layer = (name, from, mayReach) => ({
  name,
  severity: "error",
  from: { path: from },
  to: { path: "^(domain|electron|renderer|seeds|tests|bench|build)/", pathNot: mayReach },
});

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "nothing-unresolved",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^(electron$|virtual:)" },
    },
    layer("domain-stands-alone", "^domain/", "^domain/"),
    layer("store-knows-domain", "^electron/store/", "^(domain|electron/store)/"),
    layer("importing-knows-domain", "^electron/importing/", "^(domain|electron/importing)/"),
    layer("exporting-knows-domain", "^electron/exporting/", "^(domain|electron/exporting)/"),
    layer("jobs-know-importing", "^electron/jobs/", "^(domain|electron/(importing|jobs))/"),
    layer(
      "workbench-wires-the-rest",
      "^electron/workbench/",
      "^(domain|electron/(store|importing|exporting|jobs|workbench))/",
    ),
    layer("hosts-know-the-workbench", "^electron/hosts/", "^(domain|seeds|electron/(workbench|hosts))/"),
    layer("renderer-knows-domain", "^renderer/", "^(domain|renderer)/"),
    layer("seeds-know-domain", "^seeds/", "^(domain|seeds)/"),
    {
      name: "domain-is-pure",
      severity: "error",
      from: { path: "^domain/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "renderer-has-no-node",
      severity: "error",
      from: { path: "^renderer/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "only-the-store-speaks-to-sqlite",
      severity: "error",
      from: { path: "^(domain|electron|renderer|seeds)/", pathNot: "^electron/store/" },
      to: { path: "(^|/)better-sqlite3" },
    },
    {
      name: "only-the-desktop-speaks-to-electron",
      severity: "error",
      from: { path: "^(domain|electron|renderer|seeds)/", pathNot: "^electron/hosts/desktop/" },
      to: {
        path: "^(node_modules/)?electron($|/)",
        pathNot: "^electron/(store|importing|exporting|jobs|workbench|hosts)/",
      },
    },
    {
      name: "the-other-hosts-do-not-know-the-desktop",
      severity: "error",
      from: { path: "^electron/hosts/(local|command|service)/" },
      to: { path: "^electron/hosts/desktop/" },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    // TypeScript 7 has no interface for other programs yet; SWC reads the sources instead.
    parser: "swc",
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(node_modules|dist)/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mts", ".js", ".mjs", ".cjs", ".json", ".css"],
    },
  },
};
