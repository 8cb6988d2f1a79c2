import { verifyHouse } from "#app/queries/verification.ts";
import { verificationText as text } from "#app/text/verification.ts";
import { runProgram } from "./program.ts";

/** `npm run verify`: exit 0 and a summary, or exit 1 and each mismatch. */
await runProgram(async (house) => {
  const { entries, head, polls, mismatches } = await verifyHouse(house);
  if (mismatches.length === 0) {
    process.stdout.write(`${text.passed(entries, polls, head)}\n`);
    return 0;
  }
  process.stdout.write([text.failed(mismatches.length), ...mismatches, ""].join("\n"));
  return 1;
});
