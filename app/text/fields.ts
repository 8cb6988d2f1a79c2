export const fieldText = {
  required: (label: string) => `请填写${label}。`,
  tooLong: (label: string, max: number) => `${label}最多 ${max} 个字。`,
  day: (label: string) => `请选择${label}的日期。`,
};
