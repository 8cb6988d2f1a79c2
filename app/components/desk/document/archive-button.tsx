import { Button } from "@mantine/core";
import type { MouseEvent } from "react";
import { periodText } from "#app/text/periods.ts";
import styles from "./archive.module.css";
import { type Download, useArchive } from "./use-archive.ts";

const text = periodText.download;

/** `main`: what the page is for. */
type Props = { address: string; label: string; main?: boolean };

/** Takes out a whole archive: with scripts with a bar and a way to stop, without them as the plain link that it is. */
export function ArchiveButton({ address, label, main = false }: Props) {
  const { download, start, stop } = useArchive(address);
  const working = download.state === "working";
  const begin = (event: MouseEvent) => {
    event.preventDefault();
    if (!working) start();
  };
  return (
    <div className={styles.archive} aria-busy={working}>
      <Button
        component="a"
        href={address}
        onClick={begin}
        variant={main ? "filled" : "default"}
        aria-disabled={working || undefined}
      >
        {working ? text.working : label}
      </Button>
      {working && (
        <>
          <Bar label={label} download={download} />
          <Button variant="default" onClick={stop}>
            {text.stop}
          </Button>
        </>
      )}
      <p className={styles.told} role="status">
        {told(download)}
      </p>
    </div>
  );
}

function Bar({ label, download }: { label: string; download: Extract<Download, { state: "working" }> }) {
  const { done, total } = download;
  const share = total > 0 ? Math.floor((done / total) * 100) : 0;
  return (
    <div className={styles.progress}>
      {/* Without a value until the server has said how much there is. */}
      <progress aria-label={text.progressOf(label)} max={100} {...(total > 0 ? { value: share } : {})} />
      <span className={styles.share} aria-hidden="true">
        {share}%
      </span>
    </div>
  );
}

function told(download: Download): string {
  if (download.state === "done") {
    const { name, bytes, lacking } = download;
    return text.done(name, (bytes / 1_000_000).toFixed(1), lacking);
  }
  if (download.state === "failed") return text.failed(download.message);
  return download.state === "stopped" ? text.stopped : "";
}
