import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { openDemonstration } from "#app/commands/open-demonstration.ts";
import { demonstrationText as text } from "#app/text/demonstration.ts";
import { runProgram } from "./program.ts";

const MOST = 5000;

/** `npm run demo -- --voters N --json`: one more demonstration community with a meeting in session; what is there stays untouched. */
await runProgram(async (house, args) => {
  const { values } = parseArgs({
    args,
    options: { voters: { type: "string", default: "60" }, json: { type: "boolean" } },
  });
  const voters = Number(values.voters);
  if (!Number.isInteger(voters) || voters < 1 || voters > MOST) {
    process.stderr.write(`${text.votersRule(MOST)}\n`);
    return 1;
  }
  const password = randomBytes(9).toString("base64url");
  const demonstration = await openDemonstration(house, { voters, password });
  const { meeting, staff } = demonstration;
  const address = house.config.publicUrl;
  process.stdout.write(
    values.json ? `${JSON.stringify(demonstration)}\n` : `${text.opened({ address, meeting, voters, ...staff })}\n`,
  );
  return 0;
});
