import type { ResultNoticeInput } from "#templates/genres/result-notice.ts";
import { hardNotice } from "#tests/templates/hard-cases.ts";
import { noticeItems, resultNoticeInput } from "#tests/templates/samples.ts";
import { repeated, type Samples } from "./shape.ts";

export const resultNotice: Samples<ResultNoticeInput> = {
  usual: () => resultNoticeInput(),
  none: () => ({ ...resultNoticeInput([]), participants: [], knownNames: [] }),
  many: () => resultNoticeInput(repeated(noticeItems(), 40, (item, index) => ({ ...item, number: index + 1 }))),
  hard: hardNotice,
};
