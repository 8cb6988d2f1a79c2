import type { LoaderFunctionArgs } from "@remix-run/node";
import { documentLines } from "#app/queries/documents/index.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { api } from "#app/routes/shared/answer.ts";
import { wrongMethod } from "#app/routes/shared/wrong-method.ts";

/** GET /api/v1/meetings/:code/documents — the papers and what each still lacks. */
export const loader = api(async (asked: LoaderFunctionArgs) => {
  const actor = await requireStaff(asked);
  return Response.json(
    await documentLines(asked.context.house, actor, { kind: "meeting", id: asked.params.code ?? "" }),
  );
});

export const action = wrongMethod("GET");
