export const fieldText = {
  required: (label: string) => `请填写${label}。`,
  tooLong: (label: string, max: number) => `${label}最多 ${max} 个字。`,
  day: (label: string) => `请选择${label}的日期。`,
  /** Where a form or program left something out, or sent something of another kind. */
  wrong: "没有填写，或格式不对。",
  tooMuch: "超出了允许的长度或范围。",
};
