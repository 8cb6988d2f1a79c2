import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { evaluateRule } from "#app/domain/rule/evaluate.ts";
import { requireRule } from "#app/domain/rule/presets.ts";
import { api, parse, readJson } from "#app/routes/shared/answer.ts";
import { postOnly, wrongMethod } from "#app/routes/shared/wrong-method.ts";

const body = z.record(z.string(), z.unknown());

/** POST /api/v1/rules/:id/evaluation — counts in, verdict out, for anyone; nothing is stored. */
export const action = api(
  postOnly(async ({ request, params }: ActionFunctionArgs) => {
    const rule = requireRule(params.id ?? "");
    return Response.json(evaluateRule(rule, parse(body, await readJson(request))));
  }),
);

export const loader = wrongMethod("POST");
