import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Draft } from "#app/components/desk/room/drafts.ts";
import { createRecorder, type Recorder, type SaveAnswer } from "#app/components/desk/room/recorder.ts";

/** A server that keeps one line for each key, as the real one does, and may lose requests or answers. */
function fakeServer() {
  const lines = new Map<string, { speaker: string; body: string; version: number; removed: boolean; by: string }>();
  const server = {
    lines,
    requests: 0,
    lose: "nothing" as "nothing" | "requests" | "answers",
    async send(draft: Draft): Promise<SaveAnswer> {
      server.requests += 1;
      if (server.lose === "requests") throw new TypeError("Failed to fetch");
      const answer = server.take(draft);
      if (server.lose === "answers") throw new TypeError("Failed to fetch");
      return answer;
    },
    take(draft: Draft): SaveAnswer {
      const id = draft.speechId ?? `id of ${draft.key}`;
      const line = lines.get(id);
      const { speaker, body } = draft;
      if (line && line.speaker === speaker && line.body === body && !line.removed) {
        return { saved: { id, version: line.version, savedAt: "2026-11-25T06:42:07Z" } };
      }
      const seen = draft.speechId ? draft.version : 1;
      if (line && (line.version !== seen || line.removed)) return { stale: { id, ...line } };
      const version = (line?.version ?? 0) + 1;
      lines.set(id, { speaker, body, version, removed: false, by: "周岚" });
      return { saved: { id, version, savedAt: "2026-11-25T06:42:07Z" } };
    },
    /** A colleague changes a line. */
    change(id: string, body: string, removed = false) {
      const line = lines.get(id);
      if (line) lines.set(id, { ...line, body, removed, version: line.version + 1, by: "李敏" });
    },
  };
  return server;
}

let server: ReturnType<typeof fakeServer>;
let recorder: Recorder;
let kept: readonly Draft[];
let keys: number;

function makeRecorder(): Recorder {
  return createRecorder({
    send: (draft) => server.send(draft),
    keep: (drafts) => {
      kept = drafts;
    },
    newKey: () => `key${++keys}`,
    onSaved: () => {},
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  server = fakeServer();
  kept = [];
  keys = 0;
  recorder = makeRecorder();
});
afterEach(() => {
  recorder.stop();
  vi.useRealTimers();
});

const say = (body: string, key = "k") => recorder.type(key, "item", { speaker: "陈建平", body });
const bodies = () => [...server.lines.values()].map((line) => line.body);
const state = (key = "k") => recorder.drafts().find((draft) => draft.key === key)?.state;
const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000);

it("saves within a second of the last key, and once for a burst of keys", async () => {
  for (const body of ["路", "路灯", "路灯不", "路灯不亮"]) say(body);
  expect(server.requests).toBe(0);
  await seconds(1);
  expect(bodies()).toEqual(["路灯不亮"]);
  expect(server.requests).toBe(1);
  expect(state()).toBe("saved");
  expect(recorder.unsaved()).toBe(false);
});

it("sends nothing while there are no words, even with a speaker", async () => {
  say("  ");
  await seconds(2);
  expect(server.requests).toBe(0);
});

it("keys pressed while a save is under way go with the next one", async () => {
  let release: (() => void) | undefined;
  const send = server.send;
  server.send = async (draft) => {
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    return send(draft);
  };
  say("路灯");
  await seconds(1);
  say("路灯不亮");
  release?.();
  await seconds(2);
  release?.();
  await seconds(1);
  expect(bodies()).toEqual(["路灯不亮"]);
});

describe.each(["requests", "answers"] as const)("while %s are lost", (lose) => {
  it("keeps trying, says so, and ends with one line that has every word", async () => {
    server.lose = lose;
    say("路灯");
    await seconds(1);
    expect(state()).toBe("retrying");
    say("路灯不亮");
    await seconds(3);
    say("路灯不亮两周了");
    recorder.finish("k");
    await seconds(20);
    expect(recorder.unsaved()).toBe(true);
    server.lose = "nothing";
    await seconds(10);
    expect(bodies()).toEqual(["路灯不亮两周了"]);
    expect(recorder.unsaved()).toBe(false);
  });

  it("a reload takes up where the page was", async () => {
    server.lose = lose;
    say("路灯不亮");
    await seconds(1);
    recorder.stop();
    const stored: Draft[] = JSON.parse(JSON.stringify(kept));
    recorder = makeRecorder();
    server.lose = "nothing";
    recorder.restore(stored);
    await seconds(1);
    expect(bodies()).toEqual(["路灯不亮"]);
    expect(state()).toBe("saved");
  });

  it("the network coming back is tried at once", async () => {
    server.lose = lose;
    say("路灯");
    await seconds(60);
    server.lose = "nothing";
    recorder.retryNow();
    await vi.advanceTimersByTimeAsync(0);
    expect(bodies()).toEqual(["路灯"]);
  });
});

describe("a colleague changed the line first", () => {
  async function conflict(removed = false): Promise<string> {
    say("路灯");
    await seconds(1);
    server.change("id of k", "同事写的", removed);
    say("路灯不亮");
    await seconds(1);
    expect(state()).toBe("conflict");
    return "k";
  }

  it("both texts are there, and typing on sends nothing until the person has chosen", async () => {
    const key = await conflict();
    say("路灯不亮了");
    await seconds(5);
    expect(recorder.drafts()).toMatchObject([{ key, body: "路灯不亮了", theirs: { body: "同事写的", by: "李敏" } }]);
    expect(bodies()).toEqual(["同事写的"]);
  });

  it("mine is written over theirs", async () => {
    recorder.keepMine(await conflict());
    await seconds(1);
    expect(bodies()).toEqual(["路灯不亮"]);
  });

  it("theirs stays", async () => {
    recorder.drop(await conflict());
    await seconds(5);
    expect(bodies()).toEqual(["同事写的"]);
    expect(recorder.drafts()).toEqual([]);
  });

  it("mine becomes a line of its own where theirs was taken out", async () => {
    recorder.keepMine(await conflict(true));
    await seconds(1);
    expect([...server.lines.values()]).toMatchObject([{ removed: true }, { body: "路灯不亮", removed: false }]);
  });
});

describe("changing a saved line", () => {
  it("opens it once, saves it, and is gone when finished", async () => {
    server.lines.set("s1", { speaker: "陈建平", body: "原话", version: 3, removed: false, by: "周岚" });
    const line = { id: "s1", version: 3, speaker: "陈建平", body: "原话" };
    const key = recorder.open("item", line);
    expect(recorder.open("item", line)).toBe(key);
    recorder.finish(key);
    expect(recorder.drafts()).toEqual([]);
    expect(server.requests).toBe(0);
    const again = recorder.open("item", line);
    say("改过的话", again);
    recorder.finish(again);
    await seconds(1);
    expect(server.lines.get("s1")).toMatchObject({ body: "改过的话", version: 4 });
    expect(recorder.unsaved()).toBe(false);
  });

  it("a saved line stays in sight until the page has read it, and may be changed again meanwhile", async () => {
    server.lines.set("s1", { speaker: "陈建平", body: "原话", version: 3, removed: false, by: "周岚" });
    const line = { id: "s1", version: 3, speaker: "陈建平", body: "原话" };
    const key = recorder.open("item", line);
    say("改过的话", key);
    recorder.finish(key);
    await seconds(1);
    recorder.shown([line]);
    expect(recorder.drafts()).toMatchObject([{ body: "改过的话", version: 4, state: "saved" }]);
    const again = recorder.open("item", { ...line, body: "改过的话", version: 4 });
    expect(again).not.toBe(key);
    expect(recorder.drafts()).toMatchObject([{ key: again, done: false }]);
    say("又改一次", again);
    recorder.finish(again);
    await seconds(1);
    recorder.shown([{ id: "s1", version: 5 }]);
    expect(recorder.drafts()).toEqual([]);
    expect(server.lines.get("s1")).toMatchObject({ body: "又改一次", version: 5 });
  });
});

it("what the server refuses stays with its reason", async () => {
  server.send = async () => ({ refused: "会议已经结束。" });
  say("晚到的话");
  recorder.finish("k");
  await seconds(1);
  expect(recorder.drafts()).toMatchObject([{ body: "晚到的话", state: "refused", message: "会议已经结束。" }]);
  expect(recorder.unsaved()).toBe(true);
});
