import type { LoaderFunctionArgs } from "@remix-run/node";
import { documentChoices } from "#app/domain/document/choices.ts";
import { DomainError } from "#app/domain/errors.ts";
import { madeDocument } from "#app/queries/documents/index.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { api, parse } from "#app/routes/shared/answer.ts";
import { wrongMethod } from "#app/routes/shared/wrong-method.ts";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** GET /api/v1/meetings/:code/documents/:genre.docx?from=&masked=&number= (the choices of `documentChoices`) */
export const loader = api(async (asked: LoaderFunctionArgs) => {
  const actor = await requireStaff(asked);
  const { code = "", file = "" } = asked.params;
  if (!file.endsWith(".docx")) throw new DomainError("not-found");
  const query = parse(documentChoices, Object.fromEntries(new URL(asked.request.url).searchParams));
  const { fileName, bytes } = await madeDocument(
    asked.context.house,
    actor,
    { kind: "meeting", id: code },
    file.slice(0, -".docx".length),
    query,
  );
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": WORD,
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      "Cache-Control": "no-store",
    },
  });
});

export const action = wrongMethod("GET");
