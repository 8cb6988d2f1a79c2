import { maskName, maskParty } from "#app/domain/person/mask.ts";
import type { MeetingFacts } from "./facts.ts";
import type { SourceFacts } from "./inputs.ts";
import type { Dossier, IssueFacts } from "./issue-facts.ts";

/** Everybody whose name a public paper about these issues might carry. */
export function namesAround(facts: MeetingFacts | IssueFacts): string[] {
  const dossiers = facts.kind === "meeting" ? facts.dossiers : [facts];
  const came = facts.kind === "meeting" ? namesAt(facts) : [];
  const names = [...facts.roll, ...came, ...dossiers.flatMap(namesIn)];
  return [...new Set(names.filter((name) => name !== ""))];
}

/** The same of any source, for what staff write into its public papers. */
export const namesKnownTo = (facts: SourceFacts): string[] =>
  facts.kind === "period" ? facts.roll : namesAround(facts);

const namesAt = ({ attendees, meeting }: MeetingFacts) => [
  ...attendees.map(({ name }) => name),
  meeting.chair,
  meeting.recorder,
];

/** Who raised an issue, if that names a person: 网格员 or 物业公司 must not be masked wherever they are mentioned. */
function personIn(raisedBy: string): string[] {
  return raisedBy !== "" && maskParty(raisedBy, []) === maskName(raisedBy) ? [raisedBy] : [];
}

function namesIn({ issue, actions, meetings }: Dossier): string[] {
  const chairs = meetings.flatMap(({ meeting }) => [meeting.chair, meeting.recorder]);
  return [...personIn(issue.raisedBy), ...chairs, ...actions.flatMap(({ responsible }) => peopleIn(responsible))];
}

const BETWEEN = /[\s,;/()、，；（）]+/u;

/** The names within who answers for something: of 物业公司郑国强 the man's, so that a text that speaks of him alone hides him too. */
export function peopleIn(party: string): string[] {
  return party.split(BETWEEN).flatMap((part) => {
    const masked = maskParty(part, []);
    if (masked === part || part === "") return [];
    const start = alike([...part], [...masked]);
    const end = alike([...part].reverse(), [...masked].reverse());
    // The surname stays in what is masked: it is the last character that both have alike.
    return [[...part].slice(Math.max(0, start - 1), [...part].length - end).join("")];
  });
}

/** How many characters two texts begin with alike. */
function alike(one: readonly string[], other: readonly string[]): number {
  const place = one.findIndex((character, index) => character !== other[index]);
  return place < 0 ? Math.min(one.length, other.length) : place;
}
