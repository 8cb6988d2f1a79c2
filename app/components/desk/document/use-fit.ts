import { type CSSProperties, type RefObject, useEffect, useState } from "react";

/** 210 mm at 96 dots an inch. */
const SHEET_WIDTH = (210 / 25.4) * 96;
/** Larger than life no paper gets, however wide the window. */
const LARGEST = 1.2;

/** The style that scales the sheets to fill the ground's width, or not at all: `--scale`, and `--drawn`, the sheets' own height. */
export function useFit(
  ground: RefObject<HTMLElement | null>,
  sheets: RefObject<HTMLElement | null>,
  actual: boolean,
): CSSProperties {
  const [size, setSize] = useState({ width: SHEET_WIDTH, drawn: 0 });
  useEffect(() => {
    const [outer, inner] = [ground.current, sheets.current];
    if (!outer || !inner) return;
    const measure = () => {
      const { paddingLeft, paddingRight } = getComputedStyle(outer);
      const width = outer.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
      setSize({ width, drawn: inner.offsetHeight });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(outer);
    observer.observe(inner);
    return () => observer.disconnect();
  }, [ground, sheets]);
  const scale = actual ? 1 : Math.min(LARGEST, size.width / SHEET_WIDTH);
  return { "--scale": scale, "--drawn": `${size.drawn}px` } as CSSProperties;
}
