import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { endTrialRun } from "#app/commands/trial-run.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { pageAnswer } from "#app/routes/shared/answer.ts";

/** POST /desk/meetings/CODE/trial-run/ending, where CODE is a rehearsal's: ends it and goes to the real meeting. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireStaff(asked);
  const { realCode } = await pageAnswer(() => endTrialRun(asked.context.house, actor));
  return redirect(`/desk/meetings/${realCode}?done=trial-run`);
}
