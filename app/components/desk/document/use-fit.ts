import { type CSSProperties, type RefObject, useEffect, useState } from "react";

/** An upright sheet: 210 mm at 96 dots an inch. */
const SHEET_WIDTH = (210 / 25.4) * 96;
/** Larger than life no paper gets, however wide the window. */
const LARGEST = 1.2;

/** The style that scales the sheets to fill the ground's width, or not at all: `--scale`, `--drawn`, the sheets' own height, and `--sheet`, the width of the widest. */
export function useFit(
  ground: RefObject<HTMLElement | null>,
  sheets: RefObject<HTMLElement | null>,
  actual: boolean,
): CSSProperties {
  const [size, setSize] = useState({ width: SHEET_WIDTH, sheet: SHEET_WIDTH, drawn: 0 });
  useEffect(() => {
    const [outer, inner] = [ground.current, sheets.current];
    if (!outer || !inner) return;
    const measure = () => {
      const { paddingLeft, paddingRight } = getComputedStyle(outer);
      const width = outer.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
      setSize({ width, sheet: widest(inner), drawn: inner.offsetHeight });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(outer);
    observer.observe(inner);
    return () => observer.disconnect();
  }, [ground, sheets]);
  const scale = actual ? 1 : Math.min(LARGEST, size.width / size.sheet);
  return { "--scale": scale, "--drawn": `${size.drawn}px`, "--sheet": `${size.sheet}px` } as CSSProperties;
}

/** Tables lie across: their sheets are wider than upright ones. */
const widest = (sheets: HTMLElement): number =>
  Math.max(SHEET_WIDTH, ...Array.from(sheets.querySelectorAll("section"), (sheet) => sheet.offsetWidth));
