import type { LoaderFunctionArgs } from "@remix-run/node";
import { DomainError } from "#app/domain/errors.ts";
import { PERIOD_SHEETS, periodFile } from "#app/queries/sheets/index.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { api } from "#app/routes/shared/answer.ts";
import { FILE_TYPES, fileAnswer } from "#app/routes/shared/file.ts";
import { wrongMethod } from "#app/routes/shared/wrong-method.ts";

/** GET /api/v1/periods/:period/problem-list.xlsx and …/ledger.xlsx */
export const loader = api(async (asked: LoaderFunctionArgs) => {
  const actor = await requireStaff(asked);
  const { period = "", file = "" } = asked.params;
  const sheet = PERIOD_SHEETS.find((each) => file === `${each}.xlsx`);
  if (!sheet) throw new DomainError("not-found");
  const { fileName, bytes } = await periodFile(asked.context.house, actor, period, sheet);
  return fileAnswer(FILE_TYPES.sheet, fileName, new Uint8Array(bytes));
});

export const action = wrongMethod("GET");
