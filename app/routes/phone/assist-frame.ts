import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { DomainError } from "#app/domain/errors.ts";
import type { Helper } from "#app/domain/meeting/helper.ts";
import type { MeetingSnapshot } from "#app/domain/meeting/snapshot.ts";
import { isOver } from "#app/domain/meeting/states.ts";
import { takesPhones } from "#app/domain/poll/count.ts";
import { findMeetingGate } from "#app/queries/meeting-gate.ts";
import { meetingSnapshot } from "#app/queries/meeting-snapshot.ts";
import { helperOf } from "#app/routes/shared/access.ts";

type Asked = LoaderFunctionArgs | ActionFunctionArgs;
/** Why a tablet shows nobody. */
export type Trouble = "unknown" | "revoked" | "over";

/** The helper of this meeting whose tablet asks, or why there is none. Throws unknown-meeting. */
export async function assistFrame(asked: Asked): Promise<{
  snapshot: MeetingSnapshot;
  helper: Helper | null;
  trouble: Trouble | null;
}> {
  const { house } = asked.context;
  const code = asked.params.code ?? "";
  const snapshot = await meetingSnapshot(house, code);
  const [found, gate] = [await helperOf(asked), await findMeetingGate(house, { code })];
  const own = found?.meetingId === gate?.id ? found : null;
  if (!own) return { snapshot, helper: null, trouble: "unknown" };
  const { revoked, ...helper } = own;
  const trouble = revoked ? "revoked" : isOver(snapshot.meeting.state) ? "over" : null;
  return { snapshot, helper, trouble };
}

/** The helper of this meeting whose tablet asks. Throws not-allowed for any other device, and for one that was taken back. */
export async function requireHelper(asked: Asked): Promise<Helper> {
  const { helper, trouble } = await assistFrame(asked);
  if (!helper || trouble === "revoked") throw new DomainError("not-allowed");
  return helper;
}

/** The poll that a tablet can take ballots for now. */
export function openOnTablet({ poll }: MeetingSnapshot) {
  return poll?.state === "open" && takesPhones(poll) ? poll : null;
}
