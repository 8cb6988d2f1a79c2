// `npm run demo|verify|bench -- …`: the program of that name from build/server/, after the same preparations as `npm start`.
import { startProgram } from "./ensure.mjs";
import { giveUp, SetupError } from "./project.mjs";

const [name = "", ...args] = process.argv.slice(2);
if (/^[a-z][a-z-]*$/.test(name)) startProgram(name, args).catch(giveUp);
else giveUp(new SetupError("用法 Usage: node bin/run.mjs demo|verify|bench [参数 arguments]"));
