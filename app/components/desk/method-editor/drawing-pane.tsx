import { useEffect, useRef } from "react";
import { MethodDrawing } from "#app/components/desk/method-drawing/method-drawing.tsx";
import type { Draft } from "./draft.ts";
import styles from "./method-editor.module.css";

type Props = {
  draft: Draft /** The stage to show as current, by id. */;
  current: string | null;
  className?: string | undefined;
};

/** The drawing in a pane of its own that turns to the stage that is current, and moves nothing else on the page. */
export function DrawingPane({ draft, current, className = styles.drawing }: Props) {
  const pane = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another draft puts the stage elsewhere
  useEffect(() => {
    const box = pane.current?.querySelector("[class*=current]");
    if (!pane.current || !box) return;
    for (let around = box.parentElement; around; around = around === pane.current ? null : around.parentElement) {
      if (around instanceof HTMLElement) turnTo(around, box);
    }
  }, [current, draft]);
  return (
    <div ref={pane} className={className}>
      <MethodDrawing method={draft} {...(current ? { current } : {})} />
    </div>
  );
}

/** Scrolls a box by as little as brings what lies in it into its middle. */
function turnTo(around: HTMLElement, inner: Element): void {
  const [outer, box] = [around.getBoundingClientRect(), inner.getBoundingClientRect()];
  if (around.scrollWidth > around.clientWidth) {
    around.scrollLeft += box.left + box.width / 2 - (outer.left + outer.width / 2);
  }
  if (around.scrollHeight > around.clientHeight) {
    around.scrollTop += box.top + box.height / 2 - (outer.top + outer.height / 2);
  }
}
