import type { SnapshotStraw } from "#app/domain/meeting/snapshot.ts";

/** Mood checks for the pages' tests. */
export const openStraw: SnapshotStraw = {
  id: "straw-1",
  question: "夜间错时停车，大家现在怎么看？",
  options: [
    { id: "o1", label: "倾向赞成" },
    { id: "o2", label: "倾向不赞成" },
    { id: "o3", label: "还没想好" },
  ],
  state: "open",
  guests: true,
  answered: 27,
  present: 44,
};

/** Figures that appear nowhere else on a page. */
export const closedStraw: SnapshotStraw = {
  ...openStraw,
  state: "closed",
  answered: 1926,
  present: 2011,
  counts: { o1: 731, o2: 642, o3: 553 },
};

export const fewAnswers: SnapshotStraw = { ...openStraw, state: "closed", answered: 4, counts: null };
