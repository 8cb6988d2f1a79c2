// `npm start`: installs and builds what is not there yet, then serves.
import { startProgram } from "./ensure.mjs";
import { giveUp } from "./project.mjs";

startProgram("main", process.argv.slice(2)).catch(giveUp);
