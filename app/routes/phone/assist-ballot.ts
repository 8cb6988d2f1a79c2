import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { assistBallot } from "#app/commands/assist-ballot.ts";
import { api, parse, readForm } from "#app/routes/shared/answer.ts";
import { choiceIn } from "#app/routes/shared/choice.ts";
import { postOnly, wrongMethod } from "#app/routes/shared/wrong-method.ts";
import { requireHelper } from "./assist-frame.ts";

const input = z.object({ person: z.string().max(100), poll: z.string().max(100) });

export const loader = wrongMethod("POST");

/** A ballot from the tablet's page: as long as nothing answers, the page sends it again. Answers `{status}` as a phone's socket does. */
export const action = api<ActionFunctionArgs>(
  postOnly(async (asked) => {
    const helper = await requireHelper(asked);
    const form = await readForm(asked.request);
    const { person: personId, poll: pollId } = parse(input, Object.fromEntries(form));
    const ballot = { personId, pollId, choice: choiceIn(form) };
    return Response.json(await assistBallot(asked.context.house, helper, ballot), {
      headers: { "Cache-Control": "no-store" },
    });
  }),
);
