import { DomainError } from "#app/domain/errors.ts";
import type { Actor, House } from "#app/house.ts";

/** running 正在生成 · finished 已完成 · stopped 已取消 · failed 没有成功. */
export type ArchiveJobState = "running" | "finished" | "stopped" | "failed";
/** `lacking`: papers that could not be made because something is missing in them. */
export type ArchiveJob = { done: number; total: number; lacking: number; state: ArchiveJobState };

/** Whoever asks later than this is told of nothing. */
const KEPT_MS = 15 * 60_000;
const MOST = 200;

type Kept = ArchiveJob & { touched: number };

/** In memory alone: a job ends with the line it is sent over, and so with the process. */
const houses = new WeakMap<House, Map<string, Kept>>();

function jobsOf(house: House): Map<string, Kept> {
  const jobs = houses.get(house) ?? new Map<string, Kept>();
  houses.set(house, jobs);
  return jobs;
}

/** The same name chosen by somebody else is another job. */
const keyOf = ({ staffId }: Actor, id: string) => `${staffId} ${id}`;

/** Begins to keep how far a job is; one of the same staff and name is forgotten. The oldest go when there are too many. */
export function beginArchiveJob(house: House, actor: Actor, id: string, total: number) {
  const jobs = jobsOf(house);
  const job: Kept = { done: 0, total, lacking: 0, state: "running", touched: house.clock().getTime() };
  jobs.delete(keyOf(actor, id));
  jobs.set(keyOf(actor, id), job);
  forget(house, jobs);
  const touch = () => {
    job.touched = house.clock().getTime();
  };
  return {
    step() {
      job.done = Math.min(job.done + 1, total);
      touch();
    },
    lacking() {
      job.lacking += 1;
    },
    end(state: Exclude<ArchiveJobState, "running">) {
      if (job.state === "running") job.state = state;
      touch();
    },
  };
}

function forget(house: House, jobs: Map<string, Kept>): void {
  const now = house.clock().getTime();
  for (const [key, { touched }] of jobs) if (now - touched > KEPT_MS || jobs.size > MOST) jobs.delete(key);
}

/** How far one's own job is. Throws not-found for anybody else's, and for one that is long over. */
export function archiveJob(house: House, actor: Actor, id: string): ArchiveJob {
  const jobs = jobsOf(house);
  forget(house, jobs);
  const job = jobs.get(keyOf(actor, id));
  if (!job) throw new DomainError("not-found");
  const { done, total, lacking, state } = job;
  return { done, total, lacking, state };
}
