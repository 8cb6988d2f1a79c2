import { ABSTAIN, type BallotForm, type Choice, type PollOption } from "#app/domain/poll/form.ts";

/** How the simulated phones of a rehearsal lean in a poll: towards the first options, to all alike, towards the last. */
export const LEANINGS = ["first", "mixed", "last"] as const;
export type Leaning = (typeof LEANINGS)[number];

/** What the simulated phones are about, for the desk. */
export interface PhonesState {
  /** Checked in by them. */
  readonly arrived: number;
  /** On their way to check in. */
  readonly arriving: number;
  /** The poll they vote in, until another begins: ballots recorded, still to come, and those who will not vote at all. */
  readonly poll: { readonly id: string; readonly sent: number; readonly coming: number; readonly never: number } | null;
}

/** 模拟手机: phones that nobody holds. They come to a rehearsal alone. */
export interface SimulatedPhones {
  /** So many more people with voting right check in, one by one; fewer where fewer are missing. */
  arrive(count: number): Promise<void>;
  /** Votes in the open poll. Throws wrong-state where none is open on phones. */
  vote(leaning: Leaning): Promise<void>;
  /** Whoever is still on the way stays away, whoever has not voted yet does not. */
  stop(): void;
  state(): PhonesState;
}

/** A number from 0 up to 1, as `Math.random` gives it. */
export type Random = () => number;

export interface PlannedBallot {
  readonly personId: string;
  /** Comes only now, and checks in first. */
  readonly late: boolean;
  /** Milliseconds after the beginning. */
  readonly at: number;
  readonly choice: Choice;
  /** The network swallows the first answer: the same ballot is sent once more, so many milliseconds later. */
  readonly again: number | null;
}

interface Ballot {
  readonly form: BallotForm;
  readonly options: readonly PollOption[];
}

/** 我方默认: as a hall does it, in a time that can be waited for. Milliseconds. */
const ARRIVING = 12_000;
const PROMPT = 15_000;
const SLOW = 28_000;
const RESENT_AFTER = 2500;
/** One in so many takes long; never votes; loses the answer. */
const SLOW_ONE_IN = 6;
const NEVER_ONE_IN = 12;
const HICCUP_ONE_IN = 8;
/** At most so many of those still missing come in the middle of a poll. */
const LATE = 2;

/** When each of these people comes, in milliseconds from now. */
export function planArrivals(people: readonly string[], random: Random): { personId: string; at: number }[] {
  return people.map((personId) => ({ personId, at: Math.round(random() * ARRIVING) }));
}

/**
 * Who votes when, and how: most at once, some late, a few not at all, one or two after having come late. `present` are the phones that are
 * checked in, `absent` those who could still come.
 */
export function planVotes(
  { present, absent }: { present: readonly string[]; absent: readonly string[] },
  ballot: Ballot,
  leaning: Leaning,
  random: Random,
): { ballots: PlannedBallot[]; never: number } {
  const mixed = shuffled(present, random);
  const never = Math.floor(mixed.length / NEVER_ONE_IN);
  const late = shuffled(absent, random).slice(0, LATE);
  const ballotOf = (personId: string, index: number, isLate: boolean): PlannedBallot => {
    const slow = isLate || index % SLOW_ONE_IN === SLOW_ONE_IN - 1;
    const at = slow ? PROMPT + random() * (SLOW - PROMPT) : random() * PROMPT;
    const again = index % HICCUP_ONE_IN === HICCUP_ONE_IN - 1 ? RESENT_AFTER : null;
    return { personId, late: isLate, at: Math.round(at), choice: randomChoice(ballot, leaning, random), again };
  };
  const voting = mixed.slice(never);
  return {
    ballots: [...voting.map((id, n) => ballotOf(id, n, false)), ...late.map((id, n) => ballotOf(id, n, true))],
    never,
  };
}

/** A ballot that this poll takes, of whatever form it is. */
export function randomChoice({ form, options }: Ballot, leaning: Leaning, random: Random): Choice {
  switch (form.kind) {
    case "yes-no":
      return drawn(options, leaning, random);
    case "each":
      return Object.fromEntries(form.items.map(({ id }) => [id, drawn(options, leaning, random)]));
    case "choice": {
      const chosen = new Set<string>();
      for (let marks = 1 + Math.floor(random() * form.most); marks > 0; marks -= 1) {
        chosen.add(drawn(options, leaning, random));
      }
      return chosen.has(ABSTAIN.id) ? [ABSTAIN.id] : [...chosen];
    }
  }
}

/** What each following option gets of the one before it. */
const FALL: Record<Leaning, number> = { first: 0.2, mixed: 0.8, last: 4 };
const ABSTAINING = 0.08;

function drawn(options: readonly PollOption[], leaning: Leaning, random: Random): string {
  const real = options.filter(({ id }) => id !== ABSTAIN.id);
  const weights = real.map((_, place) => FALL[leaning] ** place);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const abstains = random() < ABSTAINING && real.length < options.length;
  let left = random() * sum;
  const place = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  return abstains ? ABSTAIN.id : (real.at(place)?.id ?? ABSTAIN.id);
}

/** The same people in another order (Fisher–Yates). */
export function shuffled(people: readonly string[], random: Random): string[] {
  const mixed = [...people];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [mixed[last], mixed[other]] = [mixed[other] as string, mixed[last] as string];
  }
  return mixed;
}
