import { and, asc, count, desc, eq, inArray, isNotNull, isNull, lt, notInArray, type SQL, sql } from "drizzle-orm";
import type { Handle } from "#db/connect.ts";
import type { Issue } from "./issue.ts";

/** `late`: an action item about it is open past its last day. */
export type IssueState = "open" | "settled" | "late";

/** What a list of issues is narrowed to; an empty string narrows nothing. */
export type IssueFilter = {
  state: IssueState | "";
  /** A stage of the method that the issue's process runs by now: its `stageKey`. */
  stage: string;
  /** Id of the method that the issue began by. */
  method: string;
  category: string;
  /** Words, each to be found in number, title, detail, place, source or who raised it; A–Z in either case. */
  text: string;
};

/** What a list shows of an issue. */
export type ListedIssue = Pick<
  Issue,
  | "id"
  | "number"
  | "title"
  | "place"
  | "category"
  | "source"
  | "firstRaisedOn"
  | "timesDiscussed"
  | "methodId"
  | "process"
  | "stage"
  | "settledAt"
>;

type Whose = { communityId: string /** "YYYY-MM-DD" */; today: string };
type Tables = Handle["tables"];

/**
 * A slice of the community's issues: those not settled first, the most urgent on top (`byUrgency`), then the settled, newest first. Whoever
 * types a number finds the issue of that number first.
 */
export function searchIssues(
  db: Handle,
  whose: Whose,
  filter: IssueFilter,
  slice: { limit: number; offset: number },
): Promise<ListedIssue[]> {
  const { issue } = db.tables;
  return db
    .select(listed(db.tables))
    .from(issue)
    .where(matching(db, whose, filter))
    .orderBy(...numberFirst(db.tables, filter.text), ...urgency(db.tables))
    .limit(slice.limit)
    .offset(slice.offset);
}

function listed({ issue }: Tables) {
  const { id, number, title, place, category, source, firstRaisedOn } = issue;
  const { timesDiscussed, methodId, process, stage, settledAt } = issue;
  const words = { id, number, title, place, category, source, firstRaisedOn };
  return { ...words, timesDiscussed, methodId, process, stage, settledAt };
}

/** Issues that are alike in everything by which a list is narrowed, and how many they are. */
export type IssueGroup = {
  /** Of the process as it runs now; the newest version in use. */
  processMethod: string;
  processVersion: number;
  stage: string;
  methodId: string;
  category: string;
  settled: boolean;
  late: boolean;
  issues: number;
};

/** Names a stage of one method: “roundtable.collect”. */
export const stageKey = (at: Pick<IssueGroup, "processMethod" | "stage">): string => `${at.processMethod}.${at.stage}`;

/** The community's issues that hold these words, counted by everything else that they can be narrowed by. */
export async function issueGroups(db: Handle, whose: Whose, text: string): Promise<IssueGroup[]> {
  const { issue } = db.tables;
  const { method, version } = runsBy(db.tables);
  const settled = sql<number>`${issue.settledAt} IS NOT NULL`;
  const late = sql<number>`${inArray(issue.id, lateOf(db, whose))}`;
  const rows = await db
    .select({
      processMethod: method,
      processVersion: sql<number>`max(${version})`,
      stage: issue.stage,
      methodId: issue.methodId,
      category: issue.category,
      settled,
      late,
      issues: count(),
    })
    .from(issue)
    .where(matching(db, whose, { ...everything, text }))
    .groupBy(method, issue.stage, issue.methodId, issue.category, settled, late);
  return rows.map((row) => ({ ...row, settled: row.settled === 1, late: row.late === 1 }));
}

/** All issues of a community, and those of them that are not settled. */
export async function countIssues(db: Handle, communityId: string): Promise<{ total: number; open: number }> {
  const { issue } = db.tables;
  const [row] = await db
    .select({ total: count(), settled: count(issue.settledAt) })
    .from(issue)
    .where(eq(issue.communityId, communityId));
  return { total: row?.total ?? 0, open: (row?.total ?? 0) - (row?.settled ?? 0) };
}

/** Categories in use in a community, most used first. */
export async function categoriesInUse(db: Handle, communityId: string): Promise<string[]> {
  const { issue } = db.tables;
  const rows = await db
    .select({ category: issue.category })
    .from(issue)
    .where(and(eq(issue.communityId, communityId), sql`${issue.category} <> ''`))
    .groupBy(issue.category)
    .orderBy(desc(count()), asc(issue.category));
  return rows.map((row) => row.category);
}

/** A stage of one version of a method. */
export type VersionStage = { method: string; version: number; stage: string };

/** The stages in which issues of a community stand that are not settled, each once. */
export function openStages(db: Handle, communityId: string): Promise<VersionStage[]> {
  const { issue } = db.tables;
  return db
    .selectDistinct({ ...runsBy(db.tables), stage: issue.stage })
    .from(issue)
    .where(and(eq(issue.communityId, communityId), isNull(issue.settledAt)));
}

type InStages = {
  communityId: string;
  stages: VersionStage[];
  /** Ids to leave out. */
  except: string[];
  /** Only these ids. */
  ids?: string[];
  /** A method's id: issues that began by it come first. */
  methodFirst?: string;
  text?: string;
};

/** Issues not settled that stand in one of these stages; within `methodFirst`, most urgent first. */
export async function issuesInStages(db: Handle, asked: InStages, limit: number): Promise<ListedIssue[]> {
  if (asked.stages.length === 0) return [];
  const { issue } = db.tables;
  return db
    .select(listed(db.tables))
    .from(issue)
    .where(inStages(db.tables, asked))
    .orderBy(
      ...numberFirst(db.tables, asked.text ?? ""),
      ...(asked.methodFirst ? [desc(eq(issue.methodId, asked.methodFirst))] : []),
      ...urgency(db.tables),
    )
    .limit(limit);
}

export async function countIssuesInStages(db: Handle, asked: InStages): Promise<number> {
  if (asked.stages.length === 0) return 0;
  const [row] = await db.select({ n: count() }).from(db.tables.issue).where(inStages(db.tables, asked));
  return row?.n ?? 0;
}

function inStages(tables: Tables, { communityId, stages, except, ids, text = "" }: InStages): SQL | undefined {
  const { issue } = tables;
  const { method, version } = runsBy(tables);
  const rows = stages.map((each) => sql`(${each.method}, ${each.version}, ${each.stage})`);
  return and(
    eq(issue.communityId, communityId),
    isNull(issue.settledAt),
    sql`(${method}, ${version}, ${issue.stage}) IN (VALUES ${sql.join(rows, sql`, `)})`,
    notInArray(issue.id, except),
    ids && inArray(issue.id, ids),
    ...wordsIn(tables, text),
  );
}

const everything: IssueFilter = { state: "", stage: "", method: "", category: "", text: "" };

function matching(db: Handle, whose: Whose, { state, stage, method, category, text }: IssueFilter): SQL | undefined {
  const { issue } = db.tables;
  const states = {
    open: isNull(issue.settledAt),
    settled: isNotNull(issue.settledAt),
    late: inArray(issue.id, lateOf(db, whose)),
  };
  return and(
    eq(issue.communityId, whose.communityId),
    state ? states[state] : undefined,
    stage ? eq(sql`${runsBy(db.tables).method} || '.' || ${issue.stage}`, stage) : undefined,
    method ? eq(issue.methodId, method) : undefined,
    category ? eq(issue.category, category) : undefined,
    ...wordsIn(db.tables, text),
  );
}

/** Ids of issues with an open action item past its last day. */
function lateOf(db: Handle, { communityId, today }: Whose) {
  const { actionItem } = db.tables;
  const open = and(eq(actionItem.communityId, communityId), eq(actionItem.state, "open"));
  return db
    .select({ id: actionItem.issueId })
    .from(actionItem)
    .where(and(open, lt(actionItem.deadline, today)));
}

/** The method and version that an issue's process runs by now, which inside a statutory decision is another than the issue's own. */
function runsBy({ issue }: Tables) {
  return {
    method: sql<string>`json_extract(${issue.process}, '$.method')`,
    version: sql<number>`json_extract(${issue.process}, '$.version')`,
  };
}

/** One condition a word. */
function wordsIn({ issue }: Tables, text: string): SQL[] {
  const places = [issue.number, issue.title, issue.place, issue.source, issue.raisedBy, issue.detail];
  return wordsOf(text).map((word) => {
    // What a person types stands for itself, wildcards too.
    const pattern = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
    const found = places.map((place) => sql`${place} LIKE ${pattern} ESCAPE '\\'`);
    return sql`(${sql.join(found, sql` OR `)})`;
  });
}

const wordsOf = (text: string): string[] => [...new Set(text.split(/\s+/).filter(Boolean))];

function numberFirst({ issue }: Tables, text: string): SQL[] {
  const [word = "", ...more] = wordsOf(text);
  return more.length === 0 && /^\d{1,9}$/.test(word) ? [sql`${issue.number} = ${Number(word)} DESC`] : [];
}

function urgency({ issue }: Tables): SQL[] {
  const whileOpen = (column: SQL | (typeof issue)["number" | "timesDiscussed" | "firstRaisedOn"]) =>
    sql`CASE WHEN ${issue.settledAt} IS NULL THEN ${column} END`;
  return [
    sql`${issue.settledAt} IS NOT NULL`,
    desc(whileOpen(issue.timesDiscussed)),
    asc(whileOpen(issue.firstRaisedOn)),
    asc(whileOpen(issue.number)),
    desc(issue.number),
  ];
}
