import { verifyHouse } from "#app/queries/verification.ts";
import { verificationText as text } from "#app/text/verification.ts";
import { runProgram } from "./program.ts";

/** `npm run verify`: exit 0 and a summary, or exit 1 and each mismatch. */
await runProgram(async (house) => {
  const verified = await verifyHouse(house);
  const { mismatches } = verified;
  if (mismatches.length === 0) {
    process.stdout.write(`${text.passed(verified)}\n`);
    return 0;
  }
  process.stdout.write([text.failed(mismatches.length), ...mismatches, ""].join("\n"));
  return 1;
});
