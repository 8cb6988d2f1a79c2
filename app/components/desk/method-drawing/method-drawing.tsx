import { type RefObject, useEffect, useId, useMemo, useRef } from "react";
import type { MethodDefinition } from "#app/domain/method/definition.ts";
import { methodDrawingText as text } from "#app/text/method-drawing.ts";
import { TAB, type TextRole } from "./box-content.ts";
import { type Box, type Drawing, type Edge, layoutMethod } from "./layout.ts";
import { NAME, SMALL } from "./measure.ts";
import styles from "./method-drawing.module.css";
import { pathOf } from "./route.ts";

type Props = {
  /** May be a draft with faults, as long as it has the right shape. */
  method: MethodDefinition;
  /** Id of the stage where an issue stands. */
  current?: string;
  /** Names and ways alone: for paper and narrow places. */
  compact?: boolean;
};

/** px: higher than this, a drawing that shares a sheet of paper could not be read. */
const TALL = 1000;

/** A method as a drawing, from above to below: boxes of stages, ways between them, exceptions named in the boxes. */
export function MethodDrawing({ method, current, compact = false }: Props) {
  const id = useId();
  const drawing = useMemo(() => layoutMethod(method, { compact }), [method, compact]);
  const { width, height, boxes, edges, caption } = drawing;
  const frame = useRef<HTMLElement>(null);
  useBeginAt(frame, boxes.find((box) => box.stage?.id === current) ?? boxes[0], method.id);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section ref={frame} className={styles.frame} tabIndex={0} aria-label={text.frame(method.name)}>
      <svg
        className={`${styles.drawing} ${height > TALL ? styles.tall : ""}`}
        role="img"
        aria-labelledby={`${id}-title ${id}-desc`}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
      >
        <title id={`${id}-title`}>{text.title(method.name)}</title>
        <desc id={`${id}-desc`}>{described(drawing)}</desc>
        <defs>
          <marker
            id={`${id}-arrow`}
            className={styles.head}
            viewBox="0 0 10 10"
            refX="9"
            refY="5"
            markerWidth="10"
            markerHeight="10"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0.5 1 9.5 5 0.5 9Z" />
          </marker>
        </defs>
        {edges.map((edge) => (
          <EdgeDrawn key={`${edge.from} ${edge.to}`} edge={edge} arrow={`url(#${id}-arrow)`} />
        ))}
        {caption && (
          <text className={styles.quiet} x={caption.x} y={caption.y + SMALL.line - 6} fontSize={SMALL.size}>
            {caption.text}
          </text>
        )}
        {boxes.map((box) => (
          <BoxDrawn key={box.key} box={box} current={current !== undefined && box.stage?.id === current} />
        ))}
      </svg>
    </section>
  );
}

/** In a narrow frame the drawing begins where the issue stands, or else the method. */
function useBeginAt(frame: RefObject<HTMLElement>, box: Box | undefined, method: string): void {
  const middle = box ? box.x + box.width / 2 : 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: later changes of a draft leave the frame where it was moved to
  useEffect(() => {
    if (frame.current) frame.current.scrollLeft = middle - frame.current.clientWidth / 2;
  }, [method]);
}

/** The drawing in a sentence, for whoever does not see it. */
function described({ boxes, edges }: Drawing): string {
  const names = new Map(boxes.map((box) => [box.key, box.stage?.name ?? text.decision]));
  const nameOf = (key: string) => names.get(key) ?? "";
  const ways = edges.map(({ from, to, labels }) => text.way(nameOf(from), labels, nameOf(to)));
  return text.describe(boxes.filter(({ kind }) => kind === "stage").length, ways);
}

function EdgeDrawn({ edge: { points, label, main, exception }, arrow }: { edge: Edge; arrow: string }) {
  const line = main ? styles.main : exception ? styles.exception : styles.way;
  return (
    <>
      <path className={line} d={pathOf(points)} markerEnd={arrow} />
      {label?.lines.map((line, index) => (
        <text
          // biome-ignore lint/suspicious/noArrayIndexKey: a label's lines keep their places
          key={index}
          className={styles.label}
          x={label.x}
          y={label.y + (index + 1) * SMALL.line - 6}
          fontSize={SMALL.size}
        >
          {line}
        </text>
      ))}
    </>
  );
}

const SIZE: Record<TextRole, number> = {
  name: NAME.size,
  place: NAME.size,
  kind: SMALL.size,
  plain: SMALL.size,
  quiet: SMALL.size,
};

function BoxDrawn({ box, current }: { box: Box; current: boolean }) {
  const { x, y, width, height, kind, aside, content } = box;
  const radius = kind === "end" ? height / 2 : 4;
  const texts = current ? content.texts.filter(({ role }) => role !== "kind") : content.texts;
  const shape = `${styles[kind]} ${aside ? styles.aside : ""} ${current ? styles.current : ""}`;
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect className={shape} width={width} height={height} rx={radius} />
      {kind === "decision" && (
        <rect className={styles.inner} x={4} y={4} width={width - 8} height={height - 8} rx={2} />
      )}
      {content.rules.map((at) => (
        <path key={at} className={styles.rule} d={`M1 ${at}H${width - 1}`} />
      ))}
      {content.frames.map((frame) => (
        <rect key={frame.y} className={styles.branch} {...frame} rx={3} />
      ))}
      {texts.map(({ x, y, text: words, role, end }) => (
        <text
          key={`${x} ${y}`}
          className={styles[role]}
          x={x}
          y={y}
          fontSize={SIZE[role]}
          textAnchor={end ? "end" : "start"}
        >
          {words}
        </text>
      ))}
      {current && <Tab box={box} />}
    </g>
  );
}

/** “当前”: in the upper corner of a stage, on the lower edge of an end, where no way comes in. */
function Tab({ box: { width, height, kind } }: { box: Box }) {
  const [x, y] = kind === "end" ? [(width - TAB.width) / 2, height - 11] : [width - TAB.right - TAB.width, 9];
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect className={styles.tab} width={TAB.width} height={TAB.height} rx={3} />
      <text className={styles.tabText} x={TAB.width / 2} y={17} fontSize={SMALL.size} textAnchor="middle">
        {text.current}
      </text>
    </g>
  );
}
