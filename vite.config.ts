import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Builds the page that both hosts serve. Every asset is a hashed file of our own: the policy allows nothing else. */
export default defineConfig({
  root: "renderer",
  base: "/",
  plugins: [react()],
  build: {
    outDir: "../dist/page",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: "es2024",
    modulePreload: { polyfill: false },
  },
});
