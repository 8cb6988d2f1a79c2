import { join } from "node:path";
import { issueDocument } from "#app/commands/issue-document.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { Actor } from "#app/house.ts";
import { readConfig } from "#app/server/config.ts";
import { openHouse } from "#app/server/open-house.ts";

/**
 * A process that issues every checked paper of DATA_DIR, in an order of its own (`from` is where it begins), and prints the id and number of each one
 * it was told of. `torn`: the power goes between the number and the file of the first.
 */
const [actorJson = "", from = "0", torn] = process.argv.slice(2);
const actor = JSON.parse(actorJson) as Actor;
const powerCut = () => {
  process.kill(process.pid, "SIGKILL");
  return new Promise<Buffer>(() => {});
};
const config = readConfig(process.env, join(import.meta.dirname, "../.."));
const house = openHouse(config, torn === "torn" ? { typeset: powerCut } : {});

const checked = await house.db.read(async (db) => {
  const { document } = db.tables;
  const rows = await db.select({ id: document.id, version: document.version, state: document.state }).from(document);
  return rows.filter(({ state }) => state === "checked");
});
const begin = checked.length === 0 ? 0 : Number(from) % checked.length;
for (const { id, version } of [...checked.slice(begin), ...checked.slice(0, begin)]) {
  try {
    const { number } = await issueDocument(house, actor, { id, version });
    process.stdout.write(`${id} ${number}\n`);
  } catch (error) {
    // Another process was first, or holds the file.
    if (!(error instanceof DomainError)) throw error;
  }
}
await house.db.close();
