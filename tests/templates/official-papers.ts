import { type Block, type Content, type Issuer, NO_ISSUER } from "#templates/content.ts";
import { genres } from "#templates/index.ts";
import { minutesInput, plainContent } from "./samples.ts";

/** Letters and minutes of a street, for measuring. */

export const STREET: Issuer = {
  mark: "翠湖街道办事处",
  number: "翠街办〔2026〕12号",
  copyTo: "区委社会工作部，区民政局，翠湖社区党委、居民委员会，各网格党支部，翠湖物业服务有限公司，幸福供电所",
  printedBy: "翠湖街道党政办公室",
  printedOn: "2026-11-18",
  sealed: true,
};
export const DATE = "2026年11月18日";

/** Body lines of a letter whose signature and 版记 come to stand at every height of a page, its foot included. */
export const LENGTHS = [2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 21, 22, 23, 24, 25, 26, 50];

function letter(lines: number, issuer: Partial<Issuer> = {}, organisation = "翠湖街道办事处"): Content {
  const text = (count: number): Block => ({ kind: "paragraph", text: "国".repeat(28 * count - 3) });
  const blocks: Block[] = [
    { kind: "title", text: "翠湖街道办事处关于开展居民议事协商工作的通知" },
    { kind: "salutation", text: "各社区党委、居民委员会：" },
    ...Array.from({ length: lines }, () => text(1)),
    { kind: "signature", organisation, date: DATE },
  ];
  return plainContent(blocks, { issuer: { ...STREET, ...issuer } });
}

export const LONG_MARK = "中共连云港市海州区幸福街道工作委员会";
export const LONG_ORGANISATION = "翠湖街道社区治理和居民议事协商工作领导小组办公室";
const minutes = (issuer: Partial<Issuer> = {}, number?: string) =>
  genres.minutes.content(
    { ...minutesInput(), ...(number !== undefined && { number }) },
    { issuer: { ...STREET, ...issuer } },
  );

export const contents: Record<string, Content> = {
  ...Object.fromEntries(LENGTHS.map((lines) => [`lines-${lines}`, letter(lines)])),
  bare: letter(2, { ...NO_ISSUER, mark: "翠湖街道办事处" }),
  unsealed: letter(2, { sealed: false, number: "" }),
  unsealedWide: letter(2, { sealed: false }, LONG_ORGANISATION),
  longMark: letter(2, { mark: LONG_MARK }),
  endlessMark: letter(2, { mark: `${LONG_MARK}和海州区幸福街道办事处联席会议领导小组办公室` }),
  wide: letter(2, {}, LONG_ORGANISATION),
  noCopies: letter(2, { copyTo: "" }),
  turned: { ...letter(2), landscape: true },
  attached: { ...letter(2), attachments: [{ title: "名额分配表", blocks: [{ kind: "paragraph", text: "内容" }] }] },
  minutes: minutes(),
  minutesBare: minutes({ number: "" }, ""),
};
