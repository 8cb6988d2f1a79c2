import type { LoaderFunctionArgs } from "@remix-run/node";
import { attendanceFile } from "#app/queries/sheets/index.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { api } from "#app/routes/shared/answer.ts";
import { FILE_TYPES, fileAnswer } from "#app/routes/shared/file.ts";
import { wrongMethod } from "#app/routes/shared/wrong-method.ts";

/** GET /api/v1/meetings/:code/attendance.xlsx */
export const loader = api(async (asked: LoaderFunctionArgs) => {
  const actor = await requireStaff(asked);
  const { fileName, bytes } = await attendanceFile(asked.context.house, actor, asked.params.code ?? "");
  return fileAnswer(FILE_TYPES.sheet, fileName, new Uint8Array(bytes));
});

export const action = wrongMethod("GET");
