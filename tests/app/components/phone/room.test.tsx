import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Room, type RoomProps } from "#app/components/phone/room.tsx";
import { ConfirmStep } from "#app/components/phone/voting-steps.tsx";
import type { MeetingSnapshot, SnapshotPoll } from "#app/domain/meeting/snapshot.ts";
import { phoneText } from "#app/text/phone.ts";
import { closedPoll, openPoll, result, snapshotWith } from "#tests/app/components/snapshots.ts";

const paths = { room: "/m/LAKE2345", ballot: "/m/LAKE2345/ballot", straw: "/m/LAKE2345/straw" };

/** The room as the server sends it: what a phone without JavaScript, or before it, shows. */
function page(snapshot: MeetingSnapshot, more: Partial<RoomProps> = {}): string {
  const live = { serverNow: () => Date.parse(snapshot.now), link: () => null };
  return renderToStaticMarkup(
    <Room snapshot={snapshot} votingRight connection="joining" paths={paths} {...live} {...more} />,
  );
}

const polled = (poll: SnapshotPoll) => snapshotWith({ poll });
const figures = [result.for, result.against, result.abstain].map(String);
const choices = (html: string) =>
  [...html.matchAll(/<button[^>]*name="choice"[^>]*value="(\w+)"/g)].map(([, id]) => id);

describe("an open secret poll", () => {
  const ballot = page(polled({ ...openPoll, mine: "none" }));

  it("is a plain form that works without JavaScript", () => {
    expect(ballot).toContain('<form method="post" action="/m/LAKE2345/ballot"');
    expect(ballot).toContain('<input type="hidden" name="poll" value="poll-1"/>');
    expect(choices(ballot)).toEqual(["for", "against", "abstain"]);
  });

  it("shows the question in full, says that it is secret, and admits the limits of that", () => {
    expect(ballot).toContain(openPoll.question);
    expect(ballot).toContain(phoneText.poll.secretPromise);
    expect(ballot).toContain(phoneText.poll.secretLimits);
  });

  it("does not reload under the person who reads it", () => {
    expect(ballot).not.toContain("http-equiv");
    expect(ballot).not.toContain("location.reload");
  });

  it("asks for confirmation in a form that carries the choice", () => {
    const html = renderToStaticMarkup(
      <ConfirmStep poll={openPoll} choice="against" action={paths.ballot} back={paths.room} />,
    );
    expect(html).toContain(">反对</strong>");
    expect(html).toContain('<input type="hidden" name="choice" value="against"/>');
    expect(html).toMatch(/<button[^>]*name="confirmed" value="yes"/);
  });

  it("never shows the choice again once it is recorded", () => {
    const recorded = page(polled({ ...openPoll, mine: "recorded" }));
    expect(recorded).toContain(phoneText.recorded.heading);
    for (const { label } of openPoll.options) expect(recorded).not.toContain(label);
    expect(recorded).not.toContain("<form");
  });

  it("offers nothing once its time is up", () => {
    const over = page(polled({ ...openPoll, mine: "none", endsAt: "2026-11-25T06:40:00.000Z" }));
    expect(over).toContain(phoneText.poll.timeUp);
    expect(choices(over)).toEqual([]);
  });

  it("offers nothing to somebody without voting right, and says so kindly", () => {
    const observer = page(polled(openPoll), { votingRight: false });
    expect(observer).toContain(phoneText.observer.poll);
    expect(choices(observer)).toEqual([]);
  });
});

describe("a named poll", () => {
  const named = { ...openPoll, mode: "named" } as const;

  it("says that names are written down", () => {
    const html = page(polled({ ...named, mine: "none" }));
    expect(html).toContain(phoneText.poll.namedNotice);
    expect(html).not.toContain(phoneText.poll.secretPromise);
  });

  it("can be changed by a link that works without JavaScript", () => {
    const recorded = page(polled({ ...named, mine: "recorded" }));
    expect(recorded).toContain('href="/m/LAKE2345?change=poll-1"');
    const changing = page(polled({ ...named, mine: "recorded" }), { changing: "poll-1" });
    expect(choices(changing)).toEqual(["for", "against", "abstain"]);
  });
});

describe("a poll that is counted by tellers", () => {
  const { counted } = phoneText;
  it.each([
    ["hands", counted.hands],
    ["paper", counted.paper],
  ] as const)(
    "by %s says what to do, with nothing to press, and keeps itself current without JavaScript",
    (mode, what) => {
      const html = page(polled({ ...openPoll, mode, mine: "none" }));
      expect(html).toContain(openPoll.question);
      expect(html).toContain(what);
      expect(html).not.toContain("<form");
      expect(html).toContain('http-equiv="refresh"');
    },
  );

  it("beside phones says how else one may vote; whoever holds a paper has no buttons", () => {
    const mixed = { ...openPoll, alsoPaper: true } as const;
    const html = page(polled({ ...mixed, mine: "none" }));
    expect(choices(html)).toEqual(["for", "against", "abstain"]);
    expect(html).toContain(phoneText.poll.alsoPaper);
    const holder = page(polled({ ...mixed, mine: "recorded", onPaper: true }));
    expect(holder).toContain(counted.onPaper);
    expect(holder).not.toContain("<form");
    // In a named poll too: no ballot on the phone to change.
    expect(page(polled({ ...mixed, mode: "named", mine: "recorded", onPaper: true }))).not.toContain("?change=");
  });

  it("asks for hands once the phones are stopped", () => {
    const stopped = { ...openPoll, alsoHands: true, endsAt: "2026-11-25T06:39:59.999Z" };
    const html = page(polled({ ...stopped, mine: "none" }));
    expect(html).toContain(phoneText.poll.handsNow);
    expect(choices(html)).toEqual([]);
  });

  it("that went wrong is void, with the reason, for whoever voted and whoever looks on", () => {
    const voided: SnapshotPoll = { ...openPoll, state: "voided", voidReason: "收回多于发出" };
    for (const votingRight of [true, false]) {
      const html = page(polled({ ...voided, mine: votingRight ? "recorded" : null }), { votingRight });
      for (const part of [phoneText.voided.word, "收回多于发出", phoneText.voided.note]) expect(html).toContain(part);
      expect(html).not.toContain("<form");
    }
  });
});

describe("a closed poll", () => {
  const verdict = [result.sentence, phoneText.result.failed];
  const reveals = [0, 1, 2] as const;
  const table = reveals.flatMap((reveal) => [null, ...reveals].map((phoneReveal) => ({ reveal, phoneReveal })));

  it.each(table)("on screen $reveal, on phones $phoneReveal: tells so much and no more", ({ reveal, phoneReveal }) => {
    const told = phoneReveal ?? reveal;
    for (const votingRight of [true, false]) {
      const poll = { ...closedPoll(reveal), phoneReveal, mine: votingRight ? ("recorded" as const) : null };
      const html = page(polled(poll), { votingRight });
      for (const figure of figures) expect(html.includes(figure), figure).toBe(told > 0);
      for (const words of verdict) expect(html.includes(words), words).toBe(told === 2);
      const { counting, onScreen } = phoneText.waiting;
      expect([html.includes(counting), html.includes(onScreen)]).toEqual([
        told === 0 && reveal === 0,
        told === 0 && reveal > 0,
      ]);
    }
  });

  it("stays on the phones that were told to show it when the room goes on, until people vote again", () => {
    const next = { ...snapshotWith().agendaItem, id: "parking", title: "车位被占" } as MeetingSnapshot["agendaItem"];
    const kept = { ...closedPoll(0), phoneReveal: 2 } as const;
    expect(page({ ...polled(kept), agendaItem: next })).toContain(result.sentence);
    const byItself = { ...kept, agendaItemId: null, leftBehind: true };
    expect(page({ ...polled(byItself), agendaItem: next })).toContain(result.sentence);
    expect(page({ ...polled({ ...byItself, phoneReveal: 0 }), agendaItem: next })).toContain("车位被占");
    expect(page(polled({ ...openPoll, mine: "none" }))).not.toContain(result.sentence);
  });

  it("makes way for the next item", () => {
    const next = { ...snapshotWith().agendaItem, id: "parking", title: "车位被占" } as MeetingSnapshot["agendaItem"];
    const html = page({ ...polled(closedPoll(2)), agendaItem: next });
    expect(html).not.toContain(result.sentence);
    expect(html).toContain("车位被占");
  });
});

describe("waiting", () => {
  it("keeps itself current without JavaScript, until the live line is there", () => {
    const alone = page(snapshotWith());
    expect(alone).toMatch(/<noscript><meta http-equiv="refresh" content="\d+"\/><\/noscript>/);
    expect(alone).toContain(`>${phoneText.waiting.refresh}</a>`);
    expect(page(snapshotWith(), { connection: "online" })).not.toContain(phoneText.waiting.refresh);
  });

  it("tells when the line is lost, and how to come back when the phone is no longer known", () => {
    expect(page(snapshotWith(), { connection: "lost" })).toContain(phoneText.connection.lost);
    expect(page(snapshotWith(), { connection: "refused" })).toContain(`<a href="/m/LAKE2345">`);
  });

  it("shows names as text", () => {
    const item = { ...snapshotWith().agendaItem, title: "<b>路灯</b>" } as MeetingSnapshot["agendaItem"];
    expect(page(snapshotWith({ agendaItem: item }))).toContain("&lt;b&gt;路灯&lt;/b&gt;");
  });
});

describe("before a vote that opens by itself", () => {
  const next = { question: "是否同意装道闸？", opensAt: "2026-11-25T07:30:00.000Z" };

  it.each([
    ["today", next.opensAt, "将于 15:30 开始表决"],
    ["another day", "2026-11-27T01:00:00.000Z", "将于 11月27日（星期五）09:00 开始表决"],
    ["its time is past", "2026-11-25T06:40:00.000Z", "原定 14:40 开始表决，请稍候"],
  ])("%s: says when, and what will be asked", (_name, opensAt, words) => {
    for (const votingRight of [true, false]) {
      const html = page(snapshotWith({ next: { ...next, opensAt } }), { votingRight });
      for (const part of [words, next.question]) expect(html).toContain(part);
    }
  });

  it("does not stand beside another vote, nor after the meeting", () => {
    for (const parts of [{ poll: openPoll }, { meeting: { state: "closed" as const } }]) {
      expect(page(snapshotWith({ next, ...parts }))).not.toContain(next.question);
    }
  });
});

it("counts a long vote down in days, a short one in minutes", () => {
  const left = (endsAt: string) => page(polled({ ...openPoll, mine: "none", endsAt }));
  expect(left("2026-11-28T10:45:00.000Z")).toContain("<b>3 天 4 小时</b>");
  expect(left("2026-11-26T06:40:00.000Z")).toContain("<b>1 天</b>");
  expect(left("2026-11-26T06:39:59.000Z")).toContain("<b>23:59:59</b>");
  expect(left("2026-11-25T06:44:05.000Z")).toContain("<b>4:05</b>");
});

it("says that the meeting is called off and why, to people who are checked in", () => {
  const html = page(snapshotWith({ meeting: { state: "cancelled", cancelReason: "台风预警" }, agendaItem: null }));
  expect(html).toContain("这场会议停开：台风预警。");
  expect(html).not.toContain("<form");
});
