// The key goes out of the address before anything else, so that whoever loads the page again at once is let in too.
import "./key.ts";
import { fetchPlace } from "./frame/views.ts";

// The page may make no code of words (its policy refuses it), and zod would try to for every schema that comes along with what
// the page needs of the domain.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

// This script is small and comes first. The page and the view that is about to be shown are asked for at once, so that the
// one is not waited for until the other has come and run.
void fetchPlace(location.hash);
void import("./page.tsx");
