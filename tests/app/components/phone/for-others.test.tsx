import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Room, type RoomProps } from "#app/components/phone/room.tsx";
import type { SnapshotPoll } from "#app/domain/meeting/snapshot.ts";
import { phoneText } from "#app/text/phone.ts";
import { closedPoll, openPoll, snapshotWith } from "#tests/app/components/snapshots.ts";

const { others } = phoneText;
const paths = { room: "/m/LAKE2345", ballot: "/m/LAKE2345/ballot", straw: "/m/LAKE2345/straw" };
const ZHANG = { personId: "zhang", name: "张海波", mine: "none" } as const;
const WANG = { personId: "wang", name: "王志远", mine: "none" } as const;

/** What a phone without JavaScript shows to somebody whom others authorised. */
function page(poll: Partial<SnapshotPoll>, more: Partial<RoomProps> = {}): string {
  const snapshot = snapshotWith({ poll: { ...openPoll, proxies: [ZHANG, WANG], ...poll } });
  const live = { serverNow: () => Date.parse(snapshot.now), link: () => null };
  return renderToStaticMarkup(
    <Room snapshot={snapshot} votingRight connection="joining" paths={paths} {...live} {...more} />,
  );
}
const recorded = { ...ZHANG, mine: "recorded" } as const;

it("asks for one's own ballot first, and says nothing of others' before", () => {
  for (const votingFor of [null, "zhang"]) {
    const html = page({ mine: "none" }, { votingFor });
    expect(html).toContain('name="choice"');
    expect(html).not.toContain("张海波");
    expect(html).not.toContain('name="for"');
  }
});

it("offers the next principal, one at a time, by an address that needs no JavaScript", () => {
  const html = page({ mine: "recorded" });
  for (const part of others.next("张海波")) expect(html).toContain(part);
  expect(html).toContain('href="/m/LAKE2345?for=zhang"');
  expect(html).not.toContain("王志远");
  const later = page({ mine: "recorded", proxies: [recorded, WANG] });
  expect(later).toContain(others.vote("王志远"));
  expect(later).toContain(others.done(["张海波"]));
  const all = page({ mine: "recorded", proxies: [recorded] });
  expect(all).not.toContain("?for=");
});

it("names in large words whose ballot it is, and sends the name's id along", () => {
  const html = page({ mine: "recorded" }, { votingFor: "zhang" });
  expect(html).toContain(others.whose("张海波"));
  expect(html).toContain('<input type="hidden" name="for" value="zhang"/>');
  // The answers are the same, in the same order.
  expect([...html.matchAll(/name="choice" value="(\w+)"/g)].map(([, id]) => id)).toEqual(["for", "against", "abstain"]);
});

it("once it is recorded says whose, never what, and leads on to the next", () => {
  const html = page({ mine: "recorded", proxies: [recorded, WANG] }, { votingFor: "zhang" });
  expect(html).toContain(others.recorded("张海波"));
  expect(html).not.toContain('name="choice"');
  expect(html).toContain(others.vote("王志远"));
});

it("in a named poll another's ballot is changed by itself", () => {
  const named = { mode: "named", mine: "recorded", proxies: [recorded] } as const;
  expect(page(named, { votingFor: "zhang" })).toContain('href="/m/LAKE2345?for=zhang&amp;change=poll-1"');
  const changing = page(named, { votingFor: "zhang", changing: "poll-1" });
  expect(changing).toContain('name="for" value="zhang"');
  const own = page(named, { changing: "poll-1" });
  expect(own).toContain('name="choice"');
  expect(own).not.toContain('name="for"');
});

it("who holds a paper votes for others by phone; by hands or on paper it says for whom", () => {
  expect(page({ mine: "recorded", onPaper: true, alsoPaper: true })).toContain(others.vote("张海波"));
  for (const mode of ["hands", "paper"] as const) {
    const html = page({ mode, mine: "none" });
    expect(html).toContain(others.elsewhere(["张海波", "王志远"]));
    expect(html).not.toContain("?for=");
  }
  const paper = { ...ZHANG, mine: "recorded", onPaper: true } as const;
  expect(page({ mine: "recorded", alsoPaper: true, proxies: [paper] }, { votingFor: "zhang" })).not.toContain(
    'name="choice"',
  );
});

it("says no more of it once the poll is closed", () => {
  const html = page({ ...closedPoll(2), mine: "recorded" }, { votingFor: "zhang" });
  expect(html).not.toContain("张海波");
});
