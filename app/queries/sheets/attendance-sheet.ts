import type { Sheet } from "#app/domain/document/sheet.ts";
import type { MeetingFacts } from "#app/queries/documents/facts.ts";
import { periodText as text } from "#app/text/periods.ts";

const WIDTHS = [6, 16, 20, 24, 8, 18, 14, 16];

/** 签到 as a sheet: the meeting's roll in the order of its papers, who came when and how, and who stands for whom. */
export function attendanceSheet({ attendees, proxies, community }: MeetingFacts): Sheet {
  const { name, head } = text.sheets.attendance;
  const holders = new Map(proxies.map(({ principalId, holder }) => [principalId, holder.name]));
  return {
    name: text.sheets.named(name, community.demonstration),
    columns: head.map((each, index) => ({ head: each, width: WIDTHS[index] ?? 12 })),
    rows: attendees.map((line, index) => [
      index + 1,
      line.name,
      line.seat,
      line.unit,
      line.votingRight ? text.sheets.right.yes : text.sheets.right.no,
      { moment: line.presentAt },
      line.presentAt && line.via ? text.sheets.via[line.via] : "",
      holders.get(line.personId) ?? "",
    ]),
  };
}
