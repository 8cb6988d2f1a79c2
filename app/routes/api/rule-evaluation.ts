import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { DomainError } from "#app/domain/errors.ts";
import { parseCounts } from "#app/domain/rule/counts.ts";
import { evaluateTogether } from "#app/domain/rule/evaluate.ts";
import { neededTogether } from "#app/domain/rule/needed.ts";
import { laidOver, overlaysOf } from "#app/domain/rule/overlays.ts";
import { requireThreshold } from "#app/domain/rule/shares.ts";
import type { Rule } from "#app/domain/rule/types.ts";
import { api, parse, readJson } from "#app/routes/shared/answer.ts";
import { postOnly, wrongMethod } from "#app/routes/shared/wrong-method.ts";
import { rulesText as text } from "#app/text/rules.ts";

const body = z.looseObject({ overlays: z.array(z.string().max(60)).max(20).optional() });

/**
 * POST /api/v1/rules/:id/evaluation — counts in, verdict out, for anyone; nothing is stored. `overlays` names local rules that must hold
 * too; beside the verdict stands what is still `needed`. Shares that no poll decides (提议权, 组成) are reckoned by their ids as well.
 */
export const action = api(
  postOnly(async ({ request, params }: ActionFunctionArgs) => {
    const rule = requireThreshold(params.id ?? "");
    const { overlays = [], ...raw } = parse(body, await readJson(request));
    requireOverlays(rule, overlays);
    const rules = laidOver(rule, overlays);
    const counts = parseCounts(raw, rule.labels);
    return Response.json({ ...evaluateTogether(rules, counts), needed: neededTogether(rules, counts) });
  }),
);

/** A local rule that is dropped unsaid would let pass what must not. */
function requireOverlays(rule: Rule, ids: readonly string[]): void {
  const known = overlaysOf(rule).map(({ id }) => id);
  if (ids.every((id) => known.includes(id))) return;
  throw new DomainError("invalid-value", [{ field: "overlays", message: text.noOverlay }]);
}

export const loader = wrongMethod("POST");
