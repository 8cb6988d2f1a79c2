import { useEffect, useState } from "react";

const TICK = 10_000;

/** The server's time when the page was read, going on with the browser's own clock, whose setting may be wrong. */
export function useNow(read: Date, running: boolean): Date {
  const [current, setCurrent] = useState(read);
  useEffect(() => {
    setCurrent(read);
    if (!running) return;
    const started = performance.now();
    const goOn = () => setCurrent(new Date(read.getTime() + performance.now() - started));
    const timer = setInterval(goOn, TICK);
    return () => clearInterval(timer);
  }, [running, read]);
  return current;
}

/** Hours and minutes since, "01:12". */
export function elapsed(since: Date, now: Date): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - since.getTime()) / 60_000));
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
}
