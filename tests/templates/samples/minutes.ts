import type { MinutesInput } from "#templates/genres/minutes.ts";
import { hardMinutes } from "#tests/templates/hard-cases.ts";
import { minutesInput, minutesItems } from "#tests/templates/samples.ts";
import { repeated, type Samples } from "./shape.ts";

export const minutes: Samples<MinutesInput> = {
  usual: () => minutesInput(),
  none: () => ({ ...minutesInput([], 0), reportBack: [], absent: [], observers: [], number: "" }),
  many: () =>
    minutesInput(
      repeated(minutesItems(), 40, (item, index) => ({ ...item, number: index + 1 })),
      500,
    ),
  hard: hardMinutes,
};
