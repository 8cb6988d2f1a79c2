/** The columns of a file of units, in the order of the sample. */
export const OWNER_FIELDS = ["building", "entrance", "number", "area", "name", "phone", "identity", "note"] as const;
export type OwnerField = (typeof OWNER_FIELDS)[number];

/** First name of each column is the one the sample and the messages use. */
export const OWNER_HEADERS: Readonly<Record<OwnerField, readonly [string, ...string[]]>> = {
  building: ["楼栋", "楼号", "幢号", "栋号", "楼幢", "楼", "幢", "栋", "座落楼栋"],
  entrance: ["单元", "单元号"],
  number: ["房号", "房号/单元", "单元/房号", "室号", "房间号", "门牌号", "户号", "单元房号"],
  area: [
    ...([
      "建筑面积",
      "专有部分面积",
      "面积",
      "专有部分建筑面积",
      "房屋面积",
      "产权面积",
      "登记面积",
      "房屋建筑面积",
    ] as const),
  ],
  name: ["业主姓名", "业主", "姓名", "产权人", "权利人", "业主名称", "产权人姓名", "所有权人", "房屋所有权人"],
  phone: ["手机", "电话", "手机号", "联系电话", "手机号码", "联系方式", "电话号码"],
  identity: ["业主编号", "证件后四位", "证件号后四位", "身份证后四位", "身份证号后四位", "业主代码", "业主号"],
  note: ["备注", "产权比例", "说明", "备注/产权比例", "房屋状态", "销售状态", "共有情况"],
};

export const REQUIRED_FIELDS = ["building", "number", "area", "name"] as const satisfies readonly OwnerField[];

/** Columns that sheets carry for the eye; they are passed over without a word. */
const IGNORED = new Set(["序号", "编号", "no", "no.", "小区", "小区名称", "房屋用途", "用途", "户型", "层", "楼层"]);

/** A heading as it is compared: full-width forms narrowed, no spaces, no unit of measure, no “:” or “*” behind it. */
function plainHeading(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\s+/g, "")
    .replace(/\((?:m2|㎡|平方米|平米|必填|选填)\)/gi, "")
    .replace(/[:*]+$/, "")
    .toLowerCase();
}

/** Which column a heading names; `null` for one to pass over, `undefined` for an unknown one. */
export function ownerFieldOf(text: string): OwnerField | null | undefined {
  const heading = plainHeading(text);
  if (heading === "" || IGNORED.has(heading)) return null;
  return OWNER_FIELDS.find((field) => OWNER_HEADERS[field].includes(heading));
}
