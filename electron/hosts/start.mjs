import { buildIfStale, runBundle } from "./built.mjs";

// `npm start`: what is run is built first where it is not, and then run as it was built.
if (buildIfStale()) await runBundle("start");
else process.exitCode = 1;
