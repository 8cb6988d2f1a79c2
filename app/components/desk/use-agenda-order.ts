import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { dropped, moved } from "#app/domain/meeting/agenda-order.ts";
import type { AgendaLine } from "./agenda-item.tsx";

export type OrderAnswer = { ok: true; value: { savedAt: string } } | { ok: false; error: string; message: string };

/**
 * The agenda as it is shown while changes are on their way. A wish is shown at once and sent when the one before has been answered, so that
 * quick moves by one person never look like two persons' to the server. Where somebody else changed the order meanwhile, theirs is shown.
 */
export function useAgendaOrder(items: AgendaLine[], edition: string, action: string) {
  const fetcher = useFetcher<OrderAnswer>();
  const [wish, setWish] = useState<string[] | null>(null);
  const [refused, setRefused] = useState(false);
  /** The order on its way, and the answer there was before it: until another comes, it has not arrived. */
  const sent = useRef<{ order: string; before: OrderAnswer | undefined } | null>(null);
  const { state, data, submit } = fetcher;
  const kept = items.map((item) => item.id).join();

  useEffect(() => {
    if (state !== "idle") return;
    if (sent.current !== null) {
      const { order, before } = sent.current;
      if (data === before) return;
      sent.current = null;
      const more = wish !== null && wish.join() !== order;
      // A wish made on top of an order that is not there any more must not overwrite what is.
      const overtaken = more && kept !== order;
      setRefused(data?.ok !== true || overtaken);
      if (data?.ok !== true || overtaken || !more) return setWish(null);
    }
    if (wish === null) return;
    if (wish.join() === kept) return setWish(null);
    sent.current = { order: wish.join(), before: data };
    submit({ intent: "order", edition, order: sent.current.order }, { method: "post", action });
  }, [state, data, wish, kept, edition, action, submit]);

  const byId = new Map(items.map((item) => [item.id, item]));
  const wished = wish?.flatMap((id) => byId.get(id) ?? []);
  // What was added or removed meanwhile makes an old wish meaningless.
  const shown = wished && wished.length === items.length ? wished : items;
  return {
    shown,
    move: (id: string, by: number) => setWish(moved(shown, id, by)),
    drop: (id: string, onto: string) => setWish(dropped(shown, id, onto)),
    saving: state !== "idle" || wish !== null,
    savedAt: data?.ok ? data.value.savedAt : null,
    refused,
  };
}
