import { Button } from "@mantine/core";
import { Link, useLocation } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { documentPageText as text } from "#app/text/document-page.ts";
import "./paper.css";
import styles from "./preview.module.css";
import { type Drawing, useDrawing } from "./use-drawing.ts";
import { useFit } from "./use-fit.ts";

type Props = {
  name: string;
  file: string;
  /** Changes when the same address holds another paper. */
  edition?: string;
  /** Whether it opens below what was clicked, and is brought into view. */
  arrives?: boolean;
  mark: string;
  /** The page without it; where it always stands, none. */
  close?: string;
};

/** A paper as it will be in Word, on its desk; printed from here it is the sheets alone. */
export function Preview({ name, file, edition = "", arrives = true, mark, close }: Props) {
  const pane = useRef<HTMLElement>(null);
  const ground = useRef<HTMLDivElement>(null);
  const sheets = useRef<HTMLDivElement>(null);
  const [round, setRound] = useState(0);
  const [actual, setActual] = useState(false);
  const drawing = useDrawing(file, sheets, `${edition} ${round}`);
  const fit = useFit(ground, sheets, actual);
  useArrival(pane, arrives);
  const busy = drawing.state === "fetching" || drawing.state === "setting";
  return (
    <section className={styles.preview} ref={pane} aria-labelledby="preview" aria-busy={busy}>
      <div className={styles.bar}>
        <h2 className={styles.previewName} id="preview">
          {text.previewTitle(name)}
          {mark && <span className={styles.mark}>{mark}</span>}
        </h2>
        <Progress drawing={drawing} />
        <div className={styles.tools}>
          <Zoom actual={actual} choose={setActual} />
          <Button variant="default" size="xs" onClick={() => window.print()} disabled={drawing.state !== "ready"}>
            {text.print}
          </Button>
          <Button component="a" href={file} variant="default" size="xs" aria-label={text.downloadOf(name)}>
            {text.download}
          </Button>
          {close && (
            <Button component={Link} to={close} preventScrollReset variant="default" size="xs" aria-label={text.close}>
              ✕
            </Button>
          )}
        </div>
      </div>
      {drawing.state === "failed" && <Failed drawing={drawing} retry={() => setRound(round + 1)} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <div className={styles.ground} ref={ground} tabIndex={0} data-stale={busy || drawing.state === "failed"}>
        <noscript>{text.needsScript}</noscript>
        <div className={styles.fitted} style={fit}>
          <div className={styles.sheets} ref={sheets} />
        </div>
      </div>
    </section>
  );
}

function Progress({ drawing }: { drawing: Drawing }) {
  const words = {
    fetching: text.fetching,
    setting: text.setting,
    ready: drawing.state === "ready" ? text.pages(drawing.pages) : "",
    failed: "",
  };
  return (
    <p className={styles.progress} role="status">
      {(drawing.state === "fetching" || drawing.state === "setting") && (
        <span className={styles.working} aria-hidden="true" />
      )}
      <span title={drawing.state === "ready" ? text.pagesHint : undefined}>{words[drawing.state]}</span>
    </p>
  );
}

function Zoom({ actual, choose }: { actual: boolean; choose: (actual: boolean) => void }) {
  return (
    <Button.Group aria-label={text.zoom}>
      <Button size="xs" variant={actual ? "default" : "light"} aria-pressed={!actual} onClick={() => choose(false)}>
        {text.fit}
      </Button>
      <Button size="xs" variant={actual ? "light" : "default"} aria-pressed={actual} onClick={() => choose(true)}>
        {text.actual}
      </Button>
    </Button.Group>
  );
}

function Failed({ drawing, retry }: { drawing: Extract<Drawing, { state: "failed" }>; retry: () => void }) {
  const { pathname, search } = useLocation();
  return (
    <div className={styles.failed} role="alert">
      <p>
        <strong>
          <span aria-hidden="true">✘ </span>
          {text.failed}
        </strong>{" "}
        {drawing.message}
      </p>
      {drawing.signedOut ? (
        <Button component="a" href={`/sign-in?next=${encodeURIComponent(pathname + search)}`} variant="default">
          {text.signIn}
        </Button>
      ) : (
        <Button onClick={retry} variant="default">
          {text.retry}
        </Button>
      )}
    </div>
  );
}

/** Where the preview opens below the papers, it is brought into view. */
function useArrival(pane: React.RefObject<HTMLElement | null>, arrives: boolean) {
  useEffect(() => {
    if (!arrives) return;
    const top = pane.current?.getBoundingClientRect().top ?? 0;
    if (top > window.innerHeight * 0.5) pane.current?.scrollIntoView({ block: "start" });
  }, [pane, arrives]);
}
