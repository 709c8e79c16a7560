import type { Configuration } from "electron-builder";

/**
 * The switches within the Electron binary. Each one that a stranger could use to make the signed program run something
 * else is off, and the archive with our own code is the only one it loads, checked against a hash in the binary.
 */
export const FUSES = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
} as const;

/** Only what runs inside: the bundles, the page, and of better-sqlite3 what it loads on this one system. */
const FILES = [
  "package.json",
  "dist/desktop/**",
  "dist/page/**",
  "!dist/desktop/{start,command}.mjs",
  "!**/*.map",
  "!node_modules/**",
  "node_modules/better-sqlite3/package.json",
  "node_modules/better-sqlite3/LICENSE",
  "node_modules/better-sqlite3/lib/**",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: these are electron-builder's own names, filled in for each target.
  "node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node",
];

const BOTH = ["x64", "arm64"] as const;

/** How packages are made. */
export const PACKAGE_CONFIGURATION: Configuration = {
  appId: "example.sourceline.desktop",
  productName: "Sourceline",
  copyright: "The Sourceline authors",
  directories: { output: "dist/package", buildResources: "build" },
  files: FILES,
  // Our own code stays where its hash is checked; only the native module has to lie outside.
  asar: { smartUnpack: false },
  asarUnpack: ["node_modules/better-sqlite3/prebuilds/**"],
  // The native module is built against Node-API and fits Electron as it is.
  npmRebuild: false,
  nodeGypRebuild: false,
  // What the page says stands in its own words; Chromium's own few dialogs are in English, as the rest is.
  electronLanguages: ["en-US"],
  electronFuses: { ...FUSES },
  publish: null,
  fileAssociations: [
    {
      ext: "sourceline",
      name: "Sourceline case",
      description: "Sourceline case",
      mimeType: "application/vnd.sourceline.case",
      icon: "build/icons/case",
      role: "Editor",
    },
  ],
  linux: {
    target: [
      { target: "AppImage", arch: [...BOTH] },
      { target: "deb", arch: [...BOTH] },
    ],
    icon: "build/icons/linux",
    executableName: "sourceline",
    category: "Office",
    synopsis: "Tag claims, sources and verification status in news articles",
    maintainer: "The Sourceline authors <authors@sourceline.example>",
  },
  mac: {
    target: [{ target: "dmg", arch: [...BOTH] }],
    icon: "build/icons/application.icns",
    category: "public.app-category.productivity",
    hardenedRuntime: true,
    darkModeSupport: true,
  },
  win: {
    target: [{ target: "nsis", arch: [...BOTH] }],
    icon: "build/icons/application.ico",
  },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
};
