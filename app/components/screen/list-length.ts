/** How much room a list of so many lines leaves each: one column, two, or two of small type. */
export function listLength(lines: number): "short" | "long" | "longest" {
  return lines <= 4 ? "short" : lines <= 10 ? "long" : "longest";
}
