import { z } from "zod";
import { calendarDaySchema } from "#app/domain/calendar/day-schema.ts";
import { cleanText } from "#app/domain/plain-text.ts";
import { LAYOUT_IDS } from "./layout.ts";

const flag = (usual: "0" | "1") =>
  z
    .enum(["0", "1"])
    .default(usual)
    .transform((value) => value === "1");
const words = (most: number, message: string) =>
  z
    .string()
    .default("")
    .transform((raw) => cleanText(raw))
    .pipe(z.string().max(most, message));

/** What staff choose when they take a paper out, as an address or a form carries it; what is empty is not chosen. */
export const documentChoices = z.object({
  /** The notice's first day; without it today, or the meeting's day while that is to come. */
  from: z.union([z.literal("").transform(() => undefined), calendarDaySchema]).optional(),
  /** "0" leaves personal data in a public paper. */
  masked: flag("1"),
  /** 期号 of the minutes. */
  number: words(30, "期号最多 30 个字。"),
  layout: z.enum(LAYOUT_IDS).default("community"),
  /** Whether a seal will stand over signature and date. */
  sealed: flag("1"),
  /** 抄送, of an official paper. */
  copyTo: words(200, "抄送最多 200 个字。"),
});

export type DocumentChoices = Partial<z.output<typeof documentChoices>>;
