import type { LoaderFunctionArgs } from "@remix-run/node";
import { postingPhotoFile } from "#app/queries/documents/posting-photo.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { api } from "#app/routes/shared/answer.ts";

/** /desk/documents/ID/photos/PHOTO — what a posting looked like, for the community's own staff. */
export const loader = api(async (asked: LoaderFunctionArgs) => {
  const actor = await requireStaff(asked);
  const { id = "", photo = "" } = asked.params;
  const { type, bytes } = await postingPhotoFile(asked.context.house, actor, id, photo);
  return new Response(new Uint8Array(bytes), {
    headers: { "Content-Type": type, "Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff" },
  });
});
