import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { dropped, moved } from "#app/domain/meeting/agenda-order.ts";
import type { AgendaLine } from "./agenda-item.tsx";

export type OrderAnswer = { ok: true; value: { savedAt: string } } | { ok: false; error: string; message: string };

/**
 * The agenda as it is shown while changes are on their way. A wish is shown at once and sent when the one before has been answered, so that
 * quick moves by one person never look like two persons' to the server. A refusal shows what stands there.
 */
export function useAgendaOrder(items: AgendaLine[], edition: string, action: string) {
  const fetcher = useFetcher<OrderAnswer>();
  const [wish, setWish] = useState<string[] | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const answered = useRef<OrderAnswer>();
  const { state, data, submit } = fetcher;
  const kept = items.map((item) => item.id).join();

  useEffect(() => {
    if (state !== "idle") return;
    if (data && data !== answered.current) {
      answered.current = data;
      setRefused(data.ok ? null : data.error);
      if (!data.ok) return setWish(null);
    }
    if (wish === null) return;
    if (wish.join() === kept) return setWish(null);
    submit({ intent: "order", edition, order: wish.join() }, { method: "post", action });
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
