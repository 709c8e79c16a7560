import { loadPlace } from "./frame/views.ts";

// This script is small and comes first. The page and the view that is about to be shown are asked for at once, so that the
// one is not waited for until the other has come and run.
void loadPlace(location.hash);
void import("./page.tsx");
