import type { AgendaItemState } from "./agenda-item.ts";

type Item = { readonly id: string; readonly kind: "report-back" | "issue"; readonly state: AgendaItemState };

/** 上周议定事项落实情况 is always first; what was called, or is settled, keeps its place. */
export const isMovable = (item: Item): boolean => item.kind === "issue" && item.state === "waiting";

/** Why this order of ids cannot be had: it names other items than the agenda has, or moves what must stay. */
export function orderFault(
  agenda: readonly Item[],
  order: readonly string[],
): "other-items" | "report-back" | "not-waiting" | null {
  if (order.length !== agenda.length || new Set(order).size !== order.length) return "other-items";
  const byId = new Map(agenda.map((item) => [item.id, item]));
  for (const [index, id] of order.entries()) {
    const item = byId.get(id);
    if (!item) return "other-items";
    if (!isMovable(item) && agenda[index]?.id !== id)
      return item.kind === "report-back" ? "report-back" : "not-waiting";
  }
  return null;
}

/** The order of ids after one item moved by so many places among those that may move; at the end of its way it stays. */
export function moved(agenda: readonly Item[], id: string, by: number): string[] {
  const free = agenda.filter(isMovable).map((item) => item.id);
  const from = free.indexOf(id);
  if (from >= 0) {
    free.splice(from, 1);
    free.splice(Math.max(0, Math.min(free.length, from + by)), 0, id);
  }
  const next = free[Symbol.iterator]();
  return agenda.map((item) => (isMovable(item) ? (next.next().value ?? item.id) : item.id));
}

/** The order after dragging one item onto another's place; what must stay keeps its own. */
export function dropped(agenda: readonly Item[], id: string, onto: string): string[] {
  const free = agenda.filter(isMovable).map((item) => item.id);
  const [from, to] = [free.indexOf(id), free.indexOf(onto)];
  return moved(agenda, id, from < 0 || to < 0 ? 0 : to - from);
}
