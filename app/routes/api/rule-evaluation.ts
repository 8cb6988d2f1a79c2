import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { parseCounts } from "#app/domain/rule/counts.ts";
import { evaluateTogether } from "#app/domain/rule/evaluate.ts";
import { neededTogether } from "#app/domain/rule/needed.ts";
import { laidOver } from "#app/domain/rule/overlays.ts";
import { requireThreshold } from "#app/domain/rule/shares.ts";
import { api, parse, readJson } from "#app/routes/shared/answer.ts";
import { postOnly, wrongMethod } from "#app/routes/shared/wrong-method.ts";

const body = z.looseObject({ overlays: z.array(z.string().max(60)).max(20).optional() });

/**
 * POST /api/v1/rules/:id/evaluation — counts in, verdict out, for anyone; nothing is stored. `overlays` names local rules that must hold
 * too; beside the verdict stands what is still `needed`. Shares that no poll decides (提议权, 组成) are reckoned by their ids as well.
 */
export const action = api(
  postOnly(async ({ request, params }: ActionFunctionArgs) => {
    const rule = requireThreshold(params.id ?? "");
    const { overlays = [], ...raw } = parse(body, await readJson(request));
    const rules = laidOver(rule, overlays);
    const counts = parseCounts(raw, rule.labels);
    return Response.json({ ...evaluateTogether(rules, counts), needed: neededTogether(rules, counts) });
  }),
);

export const loader = wrongMethod("POST");
