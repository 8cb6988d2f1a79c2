import type {
  MeetingSnapshot,
  SnapshotAgendaItem,
  SnapshotPoll,
  SnapshotResult,
} from "#app/domain/meeting/snapshot.ts";

/** Snapshots for the pages' tests: a meeting in session at its second item, with nobody voting. */

const lamps: SnapshotAgendaItem = {
  id: "lamps",
  position: 2,
  number: 3,
  title: "3号楼前路灯不亮",
  kind: "issue",
  place: "3号楼前",
  outcome: null,
  plannedSeconds: 480,
  usedSeconds: 120,
  running: true,
};

const agenda: MeetingSnapshot["agenda"] = [
  line({ id: "report", position: 1, title: "上周议定事项落实情况", kind: "report-back", state: "done" }),
  line({ id: "lamps", position: 2, title: lamps.title, state: "current" }),
  line({ id: "parking", position: 3, title: "车位被占", state: "waiting" }),
];

function line(part: Partial<MeetingSnapshot["agenda"][number]> & { id: string; position: number; title: string }) {
  return { kind: "issue", state: "waiting", outcome: null, pollPassed: null, ...part } as const;
}

type Parts = Partial<Omit<MeetingSnapshot, "meeting">> & { meeting?: Partial<MeetingSnapshot["meeting"]> };

export function snapshotWith({ meeting, ...parts }: Parts = {}): MeetingSnapshot {
  return {
    version: 7,
    now: "2026-11-25T06:40:00.000Z",
    meeting: {
      code: "LAKE2345",
      title: "相约星期三",
      state: "open",
      community: "翠湖社区",
      place: "社区议事厅",
      startsAt: "2026-11-25T06:30:00.000Z",
      demonstration: false,
      screenMode: "meeting",
      headHash: null,
      ...meeting,
    },
    agendaItem: lamps,
    agenda,
    attendance: { due: 60, present: 38, needed: 40, met: false },
    poll: null,
    straw: null,
    ...parts,
  };
}

/** Figures that appear nowhere else on a page. */
export const result: SnapshotResult = {
  for: 731,
  against: 642,
  abstain: 553,
  invalid: 0,
  due: 2000,
  present: 1950,
  cast: 1926,
  quorumMet: true,
  passed: false,
  steps: [],
  sentence: "赞成没有过半数",
};

export const openPoll: SnapshotPoll = {
  id: "poll-1",
  agendaItemId: "lamps",
  state: "open",
  mode: "secret",
  question: "是否由物业在两周内修好路灯？",
  ruleName: "居民代表会议",
  options: [
    { id: "for", label: "同意" },
    { id: "against", label: "反对" },
    { id: "abstain", label: "弃权" },
  ],
  endsAt: null,
  cast: 27,
  entitled: 41,
  mine: null,
  reveal: 0,
};

export const closedPoll = (reveal: 0 | 1 | 2): SnapshotPoll => ({ ...openPoll, state: "closed", reveal, result });
