import { Link } from "@remix-run/react";
import type { MethodDefinition } from "#app/domain/method/definition.ts";
import type { SourceKind } from "#app/domain/source.ts";
import { methodText } from "#app/text/methods.ts";
import { SourceBadge } from "./checklist.tsx";
import styles from "./method-gallery.module.css";

const text = methodText.gallery;

type Origin = keyof typeof methodText.origins;
export type CardMethod = {
  id: string;
  name: string;
  family: MethodDefinition["family"];
  summary: string;
  status: MethodDefinition["status"];
  origin: Origin;
  /** Switched off: no new issue begins by it. */
  off: boolean;
  stages: readonly string[];
  sources: readonly SourceKind[];
};

/** A method in the gallery: what it is, the way it goes, where it comes from. The whole card leads to its page. */
export function MethodCard({ method, showFamily }: { method: CardMethod; showFamily: boolean }) {
  const { id, name, family, summary, stages, sources } = method;
  return (
    <li className={styles.card}>
      <div className={styles.cardHead}>
        <h3 className={styles.name}>
          <Link to={`/desk/methods/${id}`}>{name}</Link>
        </h3>
        <StatusBadges status={method.status} origin={method.origin} off={method.off} />
      </div>
      <p className={styles.summary}>{summary}</p>
      <p className={styles.way}>{text.way(stages)}</p>
      <p className={styles.foot}>
        {showFamily && <span>{methodText.families[family]}</span>}
        <span>{text.stages(stages.length)}</span>
        <span className={styles.badges}>
          {sources.map((kind) => (
            <SourceBadge key={kind} kind={kind} />
          ))}
        </span>
      </p>
    </li>
  );
}

/** Whose a method is, and what must be done before it may be used; nothing for one that is built in and ready. */
export function StatusBadges({
  status,
  origin,
  off = false,
}: {
  status: MethodDefinition["status"];
  origin: Origin;
  off?: boolean;
}) {
  return (
    <>
      {off && <span className={styles.mind}>{methodText.off}</span>}
      {origin !== "built-in" && <span className={styles.own}>{methodText.origins[origin]}</span>}
      {status !== "ready" && <span className={styles.mind}>{methodText.statuses[status]}</span>}
    </>
  );
}
