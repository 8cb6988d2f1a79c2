import { type CalendarDay, dayOf, daysBetween } from "#app/domain/calendar/day.ts";
import { begunWith } from "#app/domain/method/decision.ts";
import type { MethodDefinition } from "#app/domain/method/definition.ts";
import type { Handle } from "#db/connect.ts";
import type { ListedIssue } from "#db/stores/issue-search.ts";
import { methodOf } from "#db/stores/method.ts";

export type IssueLine = Omit<ListedIssue, "process" | "settledAt"> & {
  stageName: string;
  /** Of the method that the issue began by. */
  methodName: string;
  /** The statutory decision that the issue is inside of, by its method's name; null where it is in none. */
  decision: string | null;
  settled: boolean;
  /** 累计天数: days from the first-raised day until today, or until it was settled. */
  days: number;
};

/** Lines of a list, in its order. Each version of a method that they run by is looked up once. */
export async function issueLines(db: Handle, issues: ListedIssue[], today: CalendarDay): Promise<IssueLine[]> {
  const methods = await methodsOf(
    db,
    issues.flatMap(({ process }) => [process, begunWith(process)]),
  );
  return issues.map((issue) => lineOf(issue, methods, today));
}

/** One line of a list. */
export async function issueLine(db: Handle, issue: ListedIssue, today: CalendarDay): Promise<IssueLine> {
  const [line] = await issueLines(db, [issue], today);
  return line as IssueLine;
}

type Version = { method: string; version: number };

const keyOf = ({ method, version }: Version): string => `${method}@${version}`;

/** The definitions of these versions, by `keyOf`; each is looked up once. Throws not-found. */
export async function methodsOf(db: Handle, versions: Version[]): Promise<Map<string, MethodDefinition>> {
  const methods = new Map<string, MethodDefinition>();
  for (const each of versions) {
    const key = keyOf(each);
    if (!methods.has(key)) methods.set(key, await methodOf(db, each));
  }
  return methods;
}

/** The method's name for a stage; its id where the definition does not know it. */
function stageNameOf(methods: Map<string, MethodDefinition>, version: Version, stage: string): string {
  return methods.get(keyOf(version))?.stages.find((each) => each.id === stage)?.name ?? stage;
}

const methodNameOf = (methods: Map<string, MethodDefinition>, version: Version): string =>
  methods.get(keyOf(version))?.name ?? version.method;

function lineOf(issue: ListedIssue, methods: Map<string, MethodDefinition>, today: CalendarDay): IssueLine {
  const { id, number, title, place, category, source, firstRaisedOn, timesDiscussed, methodId, stage } = issue;
  const { process, settledAt } = issue;
  return {
    ...{ id, number, title, place, category, source, firstRaisedOn, timesDiscussed, methodId, stage },
    stageName: stageNameOf(methods, process, stage),
    methodName: methodNameOf(methods, begunWith(process)),
    decision: process.outer ? methodNameOf(methods, process) : null,
    settled: settledAt !== null,
    days: Math.max(0, daysBetween(firstRaisedOn, settledAt ? dayOf(settledAt) : today)),
  };
}
