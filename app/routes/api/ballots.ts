import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { castBallot, choiceField, personField } from "#app/commands/cast-ballot.ts";
import { DomainError } from "#app/domain/errors.ts";
import { requireVoter } from "#app/routes/shared/access.ts";
import { api, parse, readJson } from "#app/routes/shared/answer.ts";
import { postOnly, wrongMethod } from "#app/routes/shared/wrong-method.ts";

const body = z.object({ choice: choiceField, for: personField.optional() });

/** POST /api/v1/polls/:id/ballots {choice, for?} — `for`: whose ballot it is, where somebody authorised the voter — 201 recorded, 200 already-recorded; both only after the durable commit. */
export const action = api(
  postOnly(async (asked: ActionFunctionArgs) => {
    const voter = await requireVoter(asked);
    const { choice, for: forId } = parse(body, await readJson(asked.request));
    const { status } = await castBallot(asked.context.house, voter, { pollId: asked.params.id ?? "", choice, forId });
    if (status === "recorded") return Response.json({ status }, { status: 201 });
    if (status === "already-recorded") return Response.json({ status });
    throw new DomainError(status);
  }),
);

export const loader = wrongMethod("POST");
