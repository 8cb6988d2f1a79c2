import type { LoaderFunctionArgs } from "@remix-run/node";
import { methodFile, methodFileQuery } from "#app/queries/method-file.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { pageAnswer } from "#app/routes/shared/answer.ts";
import { fileAnswer } from "#app/routes/shared/file.ts";

/** /desk/methods/ID/export?as=yaml|json&of=published|draft: the method as a file to keep, change and import again. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireStaff(asked);
  const query = methodFileQuery.parse(Object.fromEntries(new URL(asked.request.url).searchParams));
  const { fileName, type, content } = await pageAnswer(() =>
    methodFile(asked.context.house, actor, asked.params.id ?? "", query),
  );
  return fileAnswer(type, fileName, content);
}
