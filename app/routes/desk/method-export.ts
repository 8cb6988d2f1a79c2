import type { LoaderFunctionArgs } from "@remix-run/node";
import { methodFile, methodFileQuery } from "#app/queries/method-file.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { pageAnswer } from "#app/routes/shared/answer.ts";

/** /desk/methods/ID/export?as=yaml|json&of=published|draft: the method as a file to keep, change and import again. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireStaff(asked);
  const query = methodFileQuery.parse(Object.fromEntries(new URL(asked.request.url).searchParams));
  const { fileName, type, content } = await pageAnswer(() =>
    methodFile(asked.context.house, actor, asked.params.id ?? "", query),
  );
  return new Response(content, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      "Cache-Control": "no-store",
    },
  });
}
