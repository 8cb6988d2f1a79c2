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
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { methodEditorText } from "#app/text/method-editor.ts";
import styles from "./editor.module.css";
import sorting from "./sortable.module.css";

const text = methodEditorText.order;

type Item = { id: string; name: string };
type ListProps = {
  label: string;
  items: readonly Item[];
  /** Both are places in `items`. */
  move(from: number, to: number): void;
  children(item: Item, index: number, controls: Controls): ReactNode;
};
/** The parts of an item by which it is moved. */
export type Controls = { handle: ReactNode; buttons: ReactNode };

/** A list put into order by dragging, by the keyboard or by its buttons. */
export function SortableList({ label, items, move, children }: ListProps) {
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const list = useId();
  const keepFocus = useKeptFocus(list, items);
  const placeOf = (id: string | number) => items.findIndex((item) => item.id === id);
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (over && over.id !== active.id) move(placeOf(active.id), placeOf(over.id));
  };
  return (
    <DndContext
      id={list}
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={onDragEnd}
      accessibility={{
        announcements: announcementsFor(items),
        screenReaderInstructions: { draggable: text.instructions },
      }}
    >
      <SortableContext items={items.map((item) => item.id)} strategy={verticalListSortingStrategy}>
        <ol className={sorting.list} aria-label={label}>
          {items.map((item, index) => (
            <SortableItem
              key={item.id}
              item={item}
              list={list}
              isFirst={index === 0}
              isLast={index === items.length - 1}
              onMove={(by) => {
                keepFocus(item.id, by);
                move(index, index + by);
              }}
            >
              {(controls) => children(item, index, controls)}
            </SortableItem>
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  );
}

type ItemProps = {
  item: Item;
  list: string;
  isFirst: boolean;
  isLast: boolean;
  onMove(by: 1 | -1): void;
  children(controls: Controls): ReactNode;
};

function SortableItem({ item, list, isFirst, isLast, onMove, children }: ItemProps) {
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id: item.id,
    attributes: { roleDescription: text.role },
  });
  const handle = (
    <button
      ref={setActivatorNodeRef}
      type="button"
      className={sorting.handle}
      {...attributes}
      {...listeners}
      aria-label={text.drag(item.name)}
    >
      <Grip />
    </button>
  );
  const button = (by: 1 | -1, words: string, label: string, off: boolean) => (
    <button
      type="button"
      id={`${list}-${by}-${item.id}`}
      className={styles.small}
      aria-label={label}
      disabled={off}
      onClick={() => onMove(by)}
    >
      {words}
    </button>
  );
  const buttons = (
    <>
      {button(-1, text.up, text.upOf(item.name), isFirst)}
      {button(1, text.down, text.downOf(item.name), isLast)}
    </>
  );
  return (
    <li
      ref={setNodeRef}
      className={`${sorting.item} ${isDragging ? sorting.dragging : ""}`}
      style={{ transform: CSS.Translate.toString(transform), transition }}
    >
      {children({ handle, buttons })}
    </li>
  );
}

/** After a move by button the same button of the same item has the focus again, or its neighbour where it can go no further. */
function useKeptFocus(list: string, items: readonly Item[]) {
  const wanted = useRef<{ id: string; by: 1 | -1 } | null>(null);
  const order = items.map((item) => item.id).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the order on the page is what moved the focus away
  useEffect(() => {
    if (!wanted.current) return;
    const { id, by } = wanted.current;
    wanted.current = null;
    const buttons = [by, -by].map((each) => document.getElementById(`${list}-${each}-${id}`) as HTMLButtonElement);
    buttons.find((button) => button && !button.disabled)?.focus();
  }, [order]);
  return (id: string, by: 1 | -1) => {
    wanted.current = { id, by };
  };
}

function announcementsFor(items: readonly Item[]): Announcements {
  const say = (id: string | number, over: string | number | undefined) => {
    const name = items.find((item) => item.id === id)?.name;
    const place = items.findIndex((item) => item.id === (over ?? id)) + 1;
    return name !== undefined && place > 0 ? text.moved(name, place, items.length) : undefined;
  };
  return {
    onDragStart: ({ active }) => say(active.id, undefined),
    onDragOver: ({ active, over }) => say(active.id, over?.id),
    onDragEnd: ({ active, over }) => say(active.id, over?.id),
    onDragCancel: ({ active }) => say(active.id, undefined),
  };
}

const Grip = () => (
  <svg width="12" height="18" viewBox="0 0 12 18" aria-hidden="true">
    <path
      d="M3 3h.01M9 3h.01M3 9h.01M9 9h.01M3 15h.01M9 15h.01"
      stroke="currentColor"
      strokeWidth="3"
      strokeLinecap="round"
    />
  </svg>
);
