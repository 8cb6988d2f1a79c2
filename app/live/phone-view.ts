import type { MeetingSnapshot } from "#app/domain/meeting/snapshot.ts";
import type { House, Voter } from "#app/house.ts";
import { type Credential, credentialOf, credentialsOf, forVoter } from "#app/queries/meeting-snapshot.ts";
import { type Held, proxiesHeld, withProxies } from "#app/queries/proxy-view.ts";
import { answerIn, answersIn, withAnswer } from "#app/queries/straw-view.ts";

/** What one voter's phone is told, and nobody else's. */
export type PhoneView = {
  snapshot(): MeetingSnapshot;
  /** The voter holds a paper ballot. */
  onPaper: boolean;
  /** The voter votes for others besides. */
  forOthers: boolean;
};

type Own = { mine: Credential; tapped: string | null; others: ReturnType<Held> };

function viewOf(shared: MeetingSnapshot, { mine, tapped, others }: Own): PhoneView {
  const snapshot = () => withProxies(forVoter(withAnswer(shared, tapped), mine), others);
  return { snapshot, onPaper: mine === "paper", forOthers: others.length > 0 };
}

/** For a phone that has just come; `held` is shared by those who come together. */
export async function phoneView(house: House, shared: MeetingSnapshot, held: Held, voter: Voter): Promise<PhoneView> {
  const { poll, straw } = shared;
  const mine = poll ? await credentialOf(house, poll.id, voter) : "none";
  return viewOf(shared, { mine, tapped: await answerIn(house, straw, voter), others: held(voter.personId) });
}

/** For all phones at once: a few queries, however many they are. */
export async function phoneViews(house: House, shared: MeetingSnapshot): Promise<(personId: string) => PhoneView> {
  const { poll, straw } = shared;
  const credential = poll ? await credentialsOf(house, poll.id) : () => "none" as const;
  const [tapped, held] = [await answersIn(house, straw), await proxiesHeld(house, poll)];
  return (id) => viewOf(shared, { mine: credential(id), tapped: tapped(id), others: held(id) });
}
