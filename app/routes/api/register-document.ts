import type { LoaderFunctionArgs } from "@remix-run/node";
import { documentState } from "#app/queries/documents/document-state.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { api } from "#app/routes/shared/answer.ts";
import { wrongMethod } from "#app/routes/shared/wrong-method.ts";

/** GET /api/v1/documents/:id — one document of the register: its state, number, digest, corrections and postings. */
export const loader = api(async (asked: LoaderFunctionArgs) => {
  const actor = await requireStaff(asked);
  return Response.json(await documentState(asked.context.house, actor, asked.params.id ?? ""));
});

export const action = wrongMethod("GET");
