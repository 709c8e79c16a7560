import "@fontsource-variable/inter/index.css";
import "@fontsource-variable/source-serif-4/index.css";
import "@fontsource-variable/source-serif-4/standard-italic.css";
import "@fontsource/jetbrains-mono/latin-400.css";
import "@fontsource/noto-naskh-arabic/arabic-400.css";
import "@fontsource/noto-naskh-arabic/arabic-600.css";
import "./ui/tokens.css";
import "./ui/base.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { followChanges } from "./changes.ts";
import { Frame } from "./frame/frame.tsx";
import { words } from "./frame/words.ts";
import { isLetIn } from "./key.ts";
import { queryClient } from "./workbench.ts";

const root = document.getElementById("root");
if (!root) throw new Error("The page has no root element.");
if (isLetIn) {
  followChanges();
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <Frame />
      </QueryClientProvider>
    </StrictMode>,
  );
} else root.textContent = words.notLetIn;
