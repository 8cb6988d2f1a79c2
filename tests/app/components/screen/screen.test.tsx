import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { keyAct } from "#app/components/screen/presenter-keys.ts";
import { Screen, type ScreenProps } from "#app/components/screen/screen.tsx";
import { screenText } from "#app/text/screen.ts";
import { closedPoll, openPoll, result, snapshotWith } from "#tests/app/components/snapshots.ts";

const qr = { size: 3, path: "M0 0h3v1h-3z" };
const now = Date.parse("2026-11-25T06:40:00.000Z");
const roomCode = { code: "482913", validUntil: "2026-11-25T06:40:30.000Z" };

function screen(parts: Parameters<typeof snapshotWith>[0], more: Partial<ScreenProps> = {}): string {
  const props = { connection: "online", roomCode, qr, when: "2026年11月25日（星期三）14:30", now, ...more } as const;
  return renderToStaticMarkup(<Screen snapshot={snapshotWith(parts)} {...props} />);
}

const figures = [result.for, result.against, result.abstain].map(String);
const digits = "482 913";

describe("the screen", () => {
  it("gathers people before the meeting: code, digits, who is missing", () => {
    const html = screen({ meeting: { state: "planned" } });
    for (const part of [qr.path, digits, ">38<", ">60<", ">2<"]) expect(html).toContain(part);
  });

  it("says that a meeting is called off and why, and lets nobody in", () => {
    const html = screen({ meeting: { state: "cancelled", cancelReason: "台风预警" }, agendaItem: null });
    for (const part of ["这场会议停开", "台风预警", "2026年11月25日（星期三）14:30"]) expect(html).toContain(part);
    for (const part of [qr.path, digits]) expect(html).not.toContain(part);
  });

  it("shows no digits once they have run out", () => {
    expect(screen({ meeting: { state: "planned" } }, { now: now + 36_000 })).not.toContain(digits);
  });

  it("counts the item's time down, and says so when it is over", () => {
    expect(screen({})).toContain("<b>6:00</b>");
    expect(screen({}, { now: now + 30_000 })).toContain("<b>5:30</b>");
    const over = screen({}, { now: now + 7 * 60_000 });
    expect(over).toContain(screenText.item.overrun);
    expect(over).toContain("<b>1:00</b>");
  });

  it("says when the next vote opens, before and in the meeting, never beside a vote", () => {
    const next = { question: "是否同意装道闸？", opensAt: "2026-11-25T07:30:00.000Z" };
    for (const state of ["planned", "open"] as const) {
      const html = screen({ meeting: { state }, next });
      for (const part of ["将于 15:30 开始表决", next.question]) expect(html).toContain(part);
    }
    expect(screen({ next }, { now: Date.parse(next.opensAt) })).toContain("原定 15:30 开始表决");
    expect(screen({ next, poll: openPoll })).not.toContain(next.question);
  });

  it("shows nothing of a result that only the phones are told", () => {
    const html = screen({ poll: { ...closedPoll(0), phoneReveal: 2 } });
    for (const figure of [...figures, result.sentence]) expect(html).not.toContain(figure);
  });

  it("shows turnout while voting, and nothing that could be a tally", () => {
    const html = screen({ poll: openPoll });
    for (const part of [openPoll.question, "<b>27</b>", "/ 41", screenText.poll.modes.secret, qr.path]) {
      expect(html).toContain(part);
    }
    // Even if a result came along by mistake.
    const leaky = screen({ poll: { ...openPoll, result, reveal: 2 } });
    for (const part of [...figures, result.sentence]) expect(leaky).not.toContain(part);
  });

  it("says how many are missing, and how a poll without phones is voted", () => {
    const { modes, raise, fetch, issued } = screenText.poll;
    expect(screen({ poll: openPoll })).toContain("还差 <strong>14</strong> 人");
    const paper = screen({ poll: { ...openPoll, mode: "paper" } });
    for (const part of [modes.paper, fetch, issued, "<b>27</b>", "<strong>14</strong>"]) expect(paper).toContain(part);
    const hands = screen({ poll: { ...openPoll, mode: "hands", cast: 0 } });
    for (const part of [modes.hands, raise, "<b>41</b>"]) expect(hands).toContain(part);
    const mixed = { ...openPoll, alsoHands: true, endsAt: new Date(now + 5000).toISOString() };
    expect(screen({ poll: mixed })).not.toContain(raise);
    expect(screen({ poll: mixed }, { now: now + 5000 })).toContain(raise);
  });

  it("shows a void poll as void, with the reason and no figure", () => {
    const html = screen({ poll: { ...closedPoll(2), state: "voided", voidReason: "收回多于发出" } });
    for (const part of [screenText.result.voided, "收回多于发出"]) expect(html).toContain(part);
    for (const part of [...figures, result.sentence]) expect(html).not.toContain(part);
  });

  it("reveals in two presses", () => {
    const [ended, counted, decided] = ([0, 1, 2] as const).map((reveal) => screen({ poll: closedPoll(reveal) }));
    for (const figure of figures) {
      expect(ended).not.toContain(figure);
      expect(counted).toContain(figure);
      expect(decided).toContain(figure);
    }
    expect(counted).not.toContain(screenText.result.failed);
    expect(counted).not.toContain(result.sentence);
    expect(decided).toMatch(/✘.*未通过/);
    expect(decided).toContain(result.sentence);
  });

  it("prints the journal's hash beside a closed poll", () => {
    expect(screen({ poll: closedPoll(1), meeting: { headHash: "abc123" } })).toContain("<code>abc123</code>");
  });

  it("goes black without a trace, and shows the code alone", () => {
    expect(screen({ poll: openPoll, meeting: { screenMode: "black" } })).not.toContain(openPoll.question);
    const code = screen({ poll: openPoll, meeting: { screenMode: "qr" } });
    expect(code).toContain(qr.path);
    expect(code).not.toContain(openPoll.question);
  });

  it("keeps the last picture when the line is lost, and says from when it is", () => {
    const html = screen({ poll: openPoll }, { connection: "lost" });
    expect(html).toContain(openPoll.question);
    expect(html).toContain(screenText.lost("14:40:00"));
  });

  it("says 演示 on every picture of a demonstration", () => {
    const demonstration = { demonstration: true };
    for (const parts of [
      { meeting: { ...demonstration, state: "planned" as const } },
      { meeting: demonstration },
      { meeting: demonstration, poll: openPoll },
      { meeting: demonstration, poll: closedPoll(2) },
      { meeting: { ...demonstration, state: "closed" as const } },
      { meeting: { ...demonstration, screenMode: "qr" as const } },
    ]) {
      expect(screen(parts)).toContain(`>${screenText.demonstration}<`);
      expect(screen({ ...parts, meeting: { ...parts.meeting, demonstration: false } })).not.toContain("演示");
    }
  });
});

describe("the presenter's keys", () => {
  const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
    keyAct({ key, repeat: false, ctrlKey: false, metaKey: false, altKey: false, ...more });

  it.each([
    ["ArrowRight", "next"],
    ["PageDown", "next"],
    ["ArrowLeft", "back"],
    ["B", "black"],
    ["q", "qr"],
    ["f", "full-screen"],
    ["？", "help"],
    ["x", null],
  ])("%s → %s", (key, act) => {
    expect(press(key)).toBe(act);
  });

  it("leaves held keys and the browser's shortcuts alone", () => {
    expect(press("ArrowRight", { repeat: true })).toBeNull();
    expect(press("f", { ctrlKey: true })).toBeNull();
  });
});
