import { maskText } from "#app/domain/person/mask.ts";
import type { Block } from "#templates/content.ts";
import { type Common, defineGenre, type EnteredIn, type Requirement } from "#templates/genre.ts";
import { BLANK_DAY, beside, wide } from "#templates/parts/pen.ts";
import { LEAST_SAMPLE, RATING_WORDS } from "#templates/parts/ratings.ts";
import { sentence } from "#templates/parts/wording.ts";

/** One matter that residents are asked about. */
export type SatisfactionMatter = {
  number: number;
  title: string;
  place: string;
  /** Something was decided on it, or work given out: before that there is nothing to judge. */
  settled: boolean;
  /** What was done, as entered; empty where it goes on. */
  result: string;
};

export type SatisfactionFormInput = Common & {
  /** The meeting or the issue, for the file's name. */
  matter: string;
  /** The day on which the form is printed, "YYYY-MM-DD". */
  today: string;
  enteredIn: EnteredIn;
  matters: SatisfactionMatter[];
};

/** 满意度测评表: a page a matter, to be filled in without a name if one likes. Goes from hand to hand, so it names nobody and no room. */
export const satisfactionForm = defineGenre<SatisfactionFormInput>({
  id: "satisfaction-form",
  name: "满意度测评表",
  public: false,
  dress: "form",
  named: (input) => ({ day: input.today, matter: input.matter }),
  deidentify: (input) => {
    const text = (value: string) => maskText(value, input.knownNames ?? []);
    const matters = input.matters.map((each) => {
      return { ...each, title: text(each.title), place: text(each.place), result: text(each.result) };
    });
    return { ...input, matter: text(input.matter), matters };
  },
  required: (input) => [
    ["要测评的事项", input.enteredIn, input.matters],
    ...input.matters.flatMap(({ number, title, settled }): Requirement[] => [
      [`议题${number}的题目`, "issue", title],
      [`议题${number}的议定事项`, input.enteredIn, settled],
    ]),
  ],
  write: (input, say) =>
    input.matters.flatMap(({ number, title, place, result }, index): Block[] => {
      const asked = `以上办理情况，您是否满意？请在一个方框里打“√”。`;
      return [
        ...(index > 0 ? [{ kind: "page" } as const] : []),
        { kind: "title", text: `${input.community}满意度测评表` },
        {
          kind: "form",
          rows: [
            wide("事项", `议题${number}：${title}`),
            wide("地点", place),
            wide(
              "办理情况",
              result === "" ? "" : sentence(say(`result-${number}`, `议题${number}的办理情况`, result)),
              20,
            ),
          ],
        },
        { kind: "paragraph", text: say(`ask-${number}`, `议题${number}的提问`, asked) },
        { kind: "options", lines: [{ label: "", answers: [...RATING_WORDS] }] },
        {
          kind: "form",
          rows: [
            wide("原因", "", 28),
            wide("建议", "", 28),
            beside(["姓名", "（可不填）"], ["联系电话", "（可不填）"]),
            wide("填写日期", BLANK_DAY),
          ],
        },
        {
          kind: "fine-print",
          text: `可以不写姓名。收回的表不足${LEAST_SAMPLE}份时只报份数，不算百分比（本工具的默认做法，社区可另定）。`,
        },
      ];
    }),
});
