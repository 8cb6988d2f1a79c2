import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Screen } from "#app/components/screen/screen.tsx";
import type { SnapshotStraw } from "#app/domain/meeting/snapshot.ts";
import { screenText } from "#app/text/screen.ts";
import { snapshotWith } from "#tests/app/components/snapshots.ts";
import { closedStraw, fewAnswers, openStraw } from "#tests/app/components/straws.ts";

const text = screenText.straw;
const qr = { size: 3, path: "M0 0h3v1h-3z" };
const SUMS = ["731", "642", "553"];

function screen(straw: SnapshotStraw, meeting: Partial<ReturnType<typeof snapshotWith>["meeting"]> = {}): string {
  const live = { connection: "online", roomCode: null, qr, when: "", now: 0 } as const;
  return renderToStaticMarkup(<Screen snapshot={snapshotWith({ straw, meeting })} {...live} />);
}

it("asks in large words that it is no vote, tells how many answered, and no sum", () => {
  const html = screen(openStraw);
  for (const part of [openStraw.question, "倾向不赞成", "<b>27</b>", "/ 44", `${text.name} · ${text.short}`, qr.path]) {
    expect(html).toContain(part);
  }
  expect(html).toContain(text.everybody);
  expect(screen({ ...openStraw, guests: false })).toContain(text.members);
  const leaky = screen({ ...openStraw, counts: closedStraw.counts });
  for (const figure of SUMS) expect(leaky).not.toContain(figure);
});

it("shows the sums as bars that no side wins, marked once more", () => {
  const html = screen(closedStraw);
  for (const part of [...SUMS, `${text.name} · ${text.short}`, text.mark, text.turnout(1926, 2011)]) {
    expect(html).toContain(part);
  }
  for (const word of ["✔", "✘", screenText.result.passed, "data-passed"]) expect(html).not.toContain(word);
});

it("of too few answers says so in words alone", () => {
  const html = screen(fewAnswers);
  expect(html).toContain(text.few(5));
  expect(html).not.toContain("<dl");
});

it("goes with the meeting, and behind black and the large code", () => {
  for (const hidden of [{ state: "closed" }, { screenMode: "black" }, { screenMode: "qr" }] as const) {
    expect(screen(closedStraw, hidden)).not.toContain(closedStraw.question);
  }
});
