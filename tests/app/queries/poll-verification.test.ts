import SQLite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type PollRoom, pollRoom, WAYS } from "#tests/app/commands/poll-room.ts";

let room: PollRoom;
let { house, open, close, mismatches } = {} as PollRoom;
beforeEach(async () => {
  room = await pollRoom();
  ({ house, open, close, mismatches } = room);
});
afterEach(() => house.close());

describe("threat: insider edits the database: verifying polls", () => {
  it.each([
    ["a closed poll made void", "UPDATE poll SET state = 'voided', result = NULL, void_reason = '搞错了'"],
    ["a closed poll opened again", "UPDATE poll SET state = 'open', result = NULL"],
    ["a closed poll taken away", "DELETE FROM poll"],
    ["another question", "UPDATE poll SET question = '是否同意拆除路灯?'"],
    ["another verdict", "UPDATE poll SET result = json_set(result, '$.passed', json('false'))"],
    ["another number present", "UPDATE poll SET result = json_set(result, '$.present', 30)"],
    ["another rule", "UPDATE poll SET rule_id = 'owners-joint-decision'"],
    ["another mode", "UPDATE poll SET mode = 'named'"],
    ["another sentence of the verdict", "UPDATE poll SET result = json_set(result, '$.steps[0].text', '未达到')"],
    ["another meaning of the options", `UPDATE poll SET options = replace(options, '同意', '不同意')`],
  ])("names %s", async (_what, statement) => {
    const id = await open("secret");
    await WAYS.secret?.vote(room, id);
    await close(id);
    expect(await mismatches()).toEqual([]);
    tamper(statement);
    expect((await mismatches()).length).toBeGreaterThan(0);
  });

  it("names a void poll's other reason, and one made valid", async () => {
    for (const statement of [
      "UPDATE poll SET void_reason = '别的理由'",
      "UPDATE poll SET state = 'closed'",
      "UPDATE poll SET state = 'open'",
    ]) {
      const id = await open("secret");
      await room.spoil(id);
      expect(await mismatches(), statement).toEqual([]);
      tamper(`${statement} WHERE id = '${id}'`);
      expect((await mismatches()).length, statement).toBeGreaterThan(0);
      tamper(`UPDATE poll SET state = 'voided', void_reason = '问题念错了' WHERE id = '${id}'`);
    }
  });

  function tamper(statement: string): void {
    const insider = new SQLite(house.config.databaseFile);
    insider.pragma("foreign_keys = OFF");
    for (const name of insider.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").pluck().all()) {
      insider.exec(`DROP TRIGGER ${name}`);
    }
    expect(insider.prepare(statement).run().changes).toBeGreaterThan(0);
    insider.close();
  }
});
