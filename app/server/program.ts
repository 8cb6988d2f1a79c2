import type { House } from "#app/house.ts";
import { ConfigError, projectRoot, readConfig } from "./config.ts";
import { openHouse } from "./open-house.ts";

/** Runs a command-line program on the house and ends the process with the exit code it returns. */
export async function runProgram(work: (house: House, args: string[]) => Promise<number>): Promise<void> {
  try {
    const house = openHouse(readConfig(process.env, projectRoot(import.meta.dirname)));
    const code = await work(house, process.argv.slice(2));
    await house.db.close();
    process.exitCode = code;
  } catch (error) {
    process.stderr.write(`${error instanceof ConfigError ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
