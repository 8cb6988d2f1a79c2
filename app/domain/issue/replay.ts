import { dayOf } from "#app/domain/calendar/day.ts";
import { DomainError } from "#app/domain/errors.ts";
import { dataOf, type JournalEntry } from "#app/domain/journal/chain.ts";
import { waysOf } from "#app/domain/method/compile.ts";
import { beginDecision, comeBack } from "#app/domain/method/decision.ts";
import type { Facts, MethodDefinition, MethodSnapshot } from "#app/domain/method/definition.ts";
import { requireStage, startMethod, step } from "#app/domain/method/step.ts";
import { takeBack } from "#app/domain/method/take-back.ts";

type Entry = Pick<JournalEntry, "seq" | "at" | "act" | "data">;
type Version = { readonly method: string; readonly version: number };
export type FindMethod = (wanted: Version) => MethodDefinition | undefined;

/** What an issue's entries come to. `fault` names the first entry that does not follow from those before it. */
export interface Replayed {
  readonly process: MethodSnapshot | null;
  readonly fault: { readonly seq: number; readonly message: string } | null;
  /** True where entries of an earlier edition, which did not say what decided a step, were taken at their word. */
  readonly onTrust: boolean;
}

type Data = Readonly<Record<string, unknown>>;
const textIn = (data: Data, name: string): string => (typeof data[name] === "string" ? data[name] : "");
const factsIn = (data: Data, name: string): Facts => {
  const found = data[name];
  return typeof found === "object" && found !== null && !Array.isArray(found) ? (found as Facts) : {};
};

/** Every version of a method that the entries name: whoever replays them finds these first. */
export function methodsNamed(entries: readonly Entry[]): readonly Version[] {
  const named = entries.flatMap((entry): Version[] => {
    const { method, version = 1, decision, decisionVersion } = dataOf(entry);
    const here = typeof method === "string" && typeof version === "number" ? [{ method, version }] : [];
    const there =
      typeof decision === "string" && typeof decisionVersion === "number"
        ? [{ method: decision, version: decisionVersion }]
        : [];
    return [...here, ...there];
  });
  return [...new Map(named.map((each) => [`${each.method}@${each.version}`, each])).values()];
}

class Replay {
  process: MethodSnapshot | null = null;
  onTrust = false;
  readonly past: MethodSnapshot[] = [];

  constructor(private readonly find: FindMethod) {}

  take(entry: Entry): void {
    const next = this.after(entry, dataOf(entry));
    if (!next) return;
    if (this.process) this.past.push(this.process);
    this.process = next;
  }

  private after(entry: Entry, data: Data): MethodSnapshot | null {
    switch (entry.act) {
      case "enter-issue":
        return this.begun(entry, data);
      case "take-step":
        return this.stepped(entry, data);
      case "begin-decision":
        return this.decisionBegun(entry, data);
      case "come-back":
        return this.back(entry, data);
      case "undo-step":
        return this.undone(data);
      case "restore-issue":
        return this.restored(data);
      default:
        return null;
    }
  }

  private method(process: MethodSnapshot): MethodDefinition {
    const method = this.find(process);
    if (!method) throw new Error(`没有“${process.method}”第 ${process.version} 版`);
    return method;
  }

  private here(): MethodSnapshot {
    if (!this.process) throw new Error("登记之前就有了步骤");
    return this.process;
  }

  private begun({ at }: Entry, data: Data): MethodSnapshot {
    const wanted = { method: textIn(data, "method"), version: typeof data.version === "number" ? data.version : 1 };
    const method = this.find(wanted);
    if (!method) throw new Error(`没有“${wanted.method}”第 ${wanted.version} 版`);
    return startMethod(method, dayOf(new Date(at)));
  }

  private stepped({ at }: Entry, data: Data): MethodSnapshot {
    if (data.decided === undefined) return this.trusted(data);
    const here = this.here();
    const event = { type: textIn(data, "event"), reason: textIn(data, "reason"), facts: decidedFacts(at, data) };
    const { snapshot, move } = step(this.method(here), here, event);
    this.requireMove(move, data);
    return snapshot;
  }

  private decisionBegun({ at }: Entry, data: Data): MethodSnapshot {
    const here = this.here();
    const wanted = { method: textIn(data, "decision"), version: Number(data.decisionVersion) };
    const decision = this.find(wanted);
    if (!decision) throw new Error(`没有“${wanted.method}”第 ${wanted.version} 版`);
    const event = { type: textIn(data, "event"), reason: textIn(data, "reason"), facts: decidedFacts(at, data) };
    const { snapshot, move } = beginDecision(this.method(here), here, event, decision);
    this.requireMove(move, data);
    return snapshot;
  }

  private back({ at }: Entry, data: Data): MethodSnapshot {
    const here = this.here();
    if (!here.outer) throw new Error("没有等着决定的方法");
    const facts = { today: dayOf(new Date(at)) };
    const result = comeBack(this.method(here), here, this.method(here.outer), facts);
    if (!result) throw new Error("决定还没有结果");
    this.requireMove(result.move, data);
    return result.snapshot;
  }

  private undone(data: Data): MethodSnapshot {
    const here = this.here();
    const method = this.method(here);
    const [to, event] = [textIn(data, "to"), textIn(data, "event")];
    const exits = requireStage(method, to).exits.filter((each) => each.to === here.value);
    const exit = exits.find((each) => event === "" || each.event === event);
    if (!exit) throw new Error("退回的不是走过的那一步");
    return takeBack(method, here, { stage: to, event: exit.event });
  }

  private restored(data: Data): MethodSnapshot {
    const [to, wanted] = [textIn(data, "to"), textIn(data, "method")];
    const before = this.past.findLast(({ context, value, method }) => {
      return context.steps === data.steps && value === to && (wanted === "" || method === wanted);
    });
    if (!before) throw new Error("收回到的不是走过的环节");
    return before;
  }

  /** An entry of an earlier edition: it says where the step led, not what decided it. */
  private trusted(data: Data): MethodSnapshot {
    this.onTrust = true;
    const here = this.here();
    const from = textIn(data, "from");
    const event = textIn(data, "event");
    const way = waysOf(requireStage(this.method(here), from)).find((each) => each.event === event);
    if (!way || way.to !== textIn(data, "to")) throw new Error("步骤与方法不符");
    const counts = { ...here.context.counts };
    for (const name of way.counts) counts[name] = (counts[name] ?? 0) + 1;
    return { ...here, value: way.to, context: { steps: here.context.steps + 1, counts } };
  }

  private requireMove(move: { from: string; to: string }, data: Data): void {
    const [from, to] = [textIn(data, "from"), textIn(data, "to")];
    if (move.from !== from || move.to !== to)
      throw new Error(`应从“${move.from}”到“${move.to}”，记的是“${from}”到“${to}”`);
  }
}

const decidedFacts = (at: string, data: Data): Facts => ({
  ...factsIn(data, "facts"),
  ...factsIn(data, "decided"),
  today: dayOf(new Date(at)),
});

/**
 * Walks an issue's journal from its first entry: every step is taken again by its method with the facts that decided it, so that a gate
 * that was not met, a stage that was skipped or an entry that was changed shows itself.
 */
export function replayIssue(entries: readonly Entry[], find: FindMethod): Replayed {
  const replay = new Replay(find);
  for (const entry of entries) {
    try {
      replay.take(entry);
    } catch (error) {
      const message =
        error instanceof DomainError ? `${error.word} ${JSON.stringify(error.details ?? {})}` : String(error);
      return { process: replay.process, fault: { seq: entry.seq, message }, onTrust: replay.onTrust };
    }
  }
  return { process: replay.process, fault: null, onTrust: replay.onTrust };
}

/** Where two snapshots of the same process differ, in words; null where they agree. What was taken on trust is compared by its stage alone. */
export function differs(replayed: Replayed, stored: MethodSnapshot): string | null {
  if (!replayed.process) return "没有登记";
  if (replayed.onTrust)
    return replayed.process.value === stored.value ? null : `${replayed.process.value} ≠ ${stored.value}`;
  const [a, b] = [essence(replayed.process), essence(stored)];
  return a === b ? null : `${a} ≠ ${b}`;
}

/** A process as text: where it stands and what was counted. Names without a number count as none. */
function essence({ method, version, value, branches = {}, context, outer }: MethodSnapshot): string {
  const sorted = (record: Readonly<Record<string, unknown>>) =>
    Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  const here = [method, version, value, sorted(branches), context.steps, sorted(context.counts)];
  return JSON.stringify(outer ? [here, essence(outer)] : here);
}
