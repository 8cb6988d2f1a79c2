/** How long a title or question is, for its size on the screen: the shorter, the larger. */
export type TitleSize = "short" | "medium" | "long" | "longer" | "longest";

export function titleSize(title: string): TitleSize {
  const signs = [...title].length;
  if (signs <= 16) return "short";
  if (signs <= 36) return "medium";
  if (signs <= 72) return "long";
  return signs <= 110 ? "longer" : "longest";
}
