import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from "@dnd-kit/sortable";
import { useEffect, useId, useRef } from "react";
import { meetingText } from "#app/text/meetings.ts";
import styles from "./agenda.module.css";
import { AgendaItemLine, type AgendaLine } from "./agenda-item.tsx";
import { SaveState } from "./save-state.tsx";
import { useAgendaOrder } from "./use-agenda-order.ts";

const text = meetingText.agenda;

type Props = {
  items: AgendaLine[];
  /** Edition of the order in `items`. */
  edition: string;
  /** Where its forms are sent: the meeting's page. */
  action: string;
  report: string;
  hint: string;
};

/** The agenda, put into order by dragging, by the keyboard or by its buttons. Every change is saved at once. */
export function AgendaEditor({ items, edition, action, report, hint }: Props) {
  const { shown, move, drop, saving, savedAt, refused } = useAgendaOrder(items, edition, action);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const keepFocus = useKeptFocus(shown);
  const free = shown.filter((item) => item.movable).map((item) => item.id);
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (over && over.id !== active.id) drop(String(active.id), String(over.id));
  };
  return (
    <DndContext
      id={useId()}
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={onDragEnd}
      accessibility={{
        announcements: announcementsFor(shown),
        screenReaderInstructions: { draggable: text.instructions },
      }}
    >
      {refused && (
        <p className={styles.refused} role="alert">
          {text.stale}
        </p>
      )}
      <SortableContext items={free} strategy={verticalListSortingStrategy}>
        <ol className={styles.agenda} aria-label={text.label}>
          {shown.map((item, index) => (
            <AgendaItemLine
              key={item.id}
              item={item}
              place={index + 1}
              edition={edition}
              action={action}
              report={report}
              canRise={free.indexOf(item.id) > 0}
              canSink={free.indexOf(item.id) < free.length - 1}
              onMove={({ id }, by) => {
                keepFocus(id, by);
                move(id, by);
              }}
            />
          ))}
        </ol>
      </SortableContext>
      <div className={styles.foot}>
        <p>{hint}</p>
        <SaveState state={saving ? "saving" : savedAt ? "saved" : "idle"} at={savedAt ?? ""} />
      </div>
    </DndContext>
  );
}

/** After a move by button the same button of the same item has the focus again, or its neighbour where it can go no further. */
function useKeptFocus(shown: AgendaLine[]) {
  const wanted = useRef<{ id: string; by: number } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the order on the page is what moved the focus away
  useEffect(() => {
    if (!wanted.current) return;
    const { id, by } = wanted.current;
    wanted.current = null;
    const names = by < 0 ? ["up", "down"] : ["down", "up"];
    const buttons = names.map((name) => document.getElementById(`${name}-${id}`) as HTMLButtonElement | null);
    buttons.find((button) => button && !button.disabled)?.focus();
  }, [shown.map((item) => item.id).join()]);
  return (id: string, by: number) => {
    wanted.current = { id, by };
  };
}

function announcementsFor(shown: AgendaLine[]): Announcements {
  const say = (id: string | number, over: string | number | undefined) => {
    const title = shown.find((item) => item.id === id)?.title;
    const place = shown.findIndex((item) => item.id === (over ?? id)) + 1;
    return title && place > 0 ? text.moved(title, place, shown.length) : undefined;
  };
  return {
    onDragStart: ({ active }) => say(active.id, undefined),
    onDragOver: ({ active, over }) => say(active.id, over?.id),
    onDragEnd: ({ active, over }) => say(active.id, over?.id),
    onDragCancel: ({ active }) => say(active.id, undefined),
  };
}
