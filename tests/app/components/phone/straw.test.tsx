import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Room, type RoomProps } from "#app/components/phone/room.tsx";
import { StrawRefused } from "#app/components/phone/straw-refused.tsx";
import type { SnapshotStraw } from "#app/domain/meeting/snapshot.ts";
import { phoneText } from "#app/text/phone.ts";
import { strawMark } from "#app/text/terms.ts";
import { closedPoll, snapshotWith } from "#tests/app/components/snapshots.ts";
import { closedStraw, fewAnswers, openStraw } from "#tests/app/components/straws.ts";

const text = phoneText.straw;
const paths = { room: "/m/LAKE2345", ballot: "/m/LAKE2345/ballot", straw: "/m/LAKE2345/straw" };

function page(straw: SnapshotStraw, more: Partial<RoomProps> = {}, parts: Parameters<typeof snapshotWith>[0] = {}) {
  const snapshot = snapshotWith({ straw, ...parts });
  const live = { serverNow: () => Date.parse(snapshot.now), link: () => null };
  return renderToStaticMarkup(
    <Room snapshot={snapshot} votingRight connection="joining" paths={paths} {...live} {...more} />,
  );
}
const buttons = (html: string) =>
  [...html.matchAll(/<button[^>]*name="choice"[^>]*value="(\w+)"[^>]*aria-pressed="(\w+)"/g)].map(([, id, on]) => [
    id,
    on,
  ]);

describe("an open mood check", () => {
  const untouched = page({ ...openStraw, mine: null });

  it("is a plain form of one tap, and says that it is no vote and who can see what", () => {
    expect(untouched).toContain('<form method="post" action="/m/LAKE2345/straw"');
    expect(untouched).toContain('<input type="hidden" name="straw" value="straw-1"/>');
    expect(buttons(untouched)).toEqual(["o1", "o2", "o3"].map((id) => [id, "false"]));
    for (const part of [strawMark, openStraw.question, text.who]) expect(untouched).toContain(part);
    expect(untouched).not.toContain("confirmed");
  });

  it("uses none of the ballot's words", () => {
    for (const word of ["同意", "反对", "弃权", "投票"]) expect(untouched).not.toContain(word);
  });

  it("does not reload under the person who reads it, and does once they have tapped", () => {
    expect(untouched).not.toContain("http-equiv");
    expect(page({ ...openStraw, mine: "o2" })).toContain('http-equiv="refresh"');
  });

  it("shows what was tapped by more than colour, and lets it be changed", () => {
    const tapped = page({ ...openStraw, mine: "o2" });
    expect(buttons(tapped)).toEqual([
      ["o1", "false"],
      ["o2", "true"],
      ["o3", "false"],
    ]);
    expect(tapped).toMatch(/✔ 倾向不赞成/);
    expect(tapped).toContain(text.mine("倾向不赞成"));
  });

  it("asks guests only where it asks them", () => {
    expect(buttons(page({ ...openStraw, mine: null }, { votingRight: false }))).toHaveLength(3);
    const members = page({ ...openStraw, guests: false, mine: null }, { votingRight: false });
    expect(buttons(members)).toEqual([]);
    for (const part of [text.refused["not-entitled"], strawMark, 'http-equiv="refresh"'])
      expect(members).toContain(part);
  });

  it("shows no sum, even if one came along by mistake", () => {
    const leaky = page({ ...openStraw, mine: "o1", counts: closedStraw.counts });
    for (const figure of ["731", "642", "553"]) expect(leaky).not.toContain(figure);
  });
});

describe("a closed mood check", () => {
  it("shows the sums in persons, marked as no decision, with nothing to tap", () => {
    const html = page(closedStraw);
    for (const part of ["731", "642", "553", strawMark, text.turnout(1926, 2011)]) expect(html).toContain(part);
    expect(html).not.toContain("<form");
    for (const word of ["通过", "票"]) expect(html).not.toContain(word);
  });

  it("of too few answers says so in words alone", () => {
    const html = page(fewAnswers);
    expect(html).toContain(text.few);
    expect(html).not.toContain("<dl");
  });

  it("comes before a result that is kept on phones, which comes back when it is put away", () => {
    const poll = { ...closedPoll(2), phoneReveal: 2, mine: "recorded" } as const;
    expect(page(closedStraw, {}, { poll })).not.toContain(phoneText.result.failed);
    expect(page(closedStraw, {}, { poll, straw: null })).toContain(phoneText.result.failed);
  });
});

it("a plain form that came too late is told so", () => {
  const html = renderToStaticMarkup(<StrawRefused word="closed" back={paths.room} />);
  for (const part of [text.refused.closed, strawMark, 'href="/m/LAKE2345"']) expect(html).toContain(part);
});
