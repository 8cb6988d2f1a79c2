import { Link } from "@remix-run/react";
import type { GateLine, MethodDefinition } from "#app/domain/method/definition.ts";
import type { Source } from "#app/domain/source.ts";
import { conditionWords, ruleWords, testWords } from "#app/text/method-conditions.ts";
import { methodText } from "#app/text/methods.ts";
import { SourceTag } from "./checklist.tsx";
import styles from "./method-stages.module.css";

const text = methodText.page;

export type WayShown = {
  id: string;
  label: string;
  /** Where it leads, in words. */
  to?: string;
  hint?: string;
  link?: { to: string; name: string };
  gate: readonly GateLine[];
  source?: Source;
};

type Props = { method: MethodDefinition; ways: readonly WayShown[]; quiet?: boolean };

/** Ways on, each with where it leads, who says so and what it asks. `quiet` ones, exceptions, stand back. */
export function WayList({ method, ways, quiet = false }: Props) {
  return (
    <ul className={`${styles.ways} ${quiet ? styles.quiet : ""}`}>
      {ways.map(({ id, label, to, hint, link, gate, source }, index) => (
        <li key={id}>
          <div className={styles.line}>
            <p className={styles.way}>
              <span className={styles.wayLabel}>{label}</span>
              {to && <span className={styles.to}>{text.to(to)}</span>}
              {hint && <span className={styles.to}>{hint}</span>}
              {link && (
                <Link className={styles.to} to={link.to}>
                  {link.name}
                </Link>
              )}
            </p>
            <SourceBeside source={source} before={lastSource(ways[index - 1])} />
          </div>
          <GateList method={method} gate={gate} before={source} />
        </li>
      ))}
    </ul>
  );
}

/** The source that stands last before whatever follows the way. */
const lastSource = (way: WayShown | undefined) => way?.gate.at(-1)?.source ?? way?.source;

type GateProps = { method: MethodDefinition; gate: readonly GateLine[]; before?: Source | undefined };

/** What a gate asks, line by line, with conditions and sources; `before` is the source that stands above it. */
export function GateList({ method, gate, before }: GateProps) {
  if (gate.length === 0) return null;
  return (
    <ul className={styles.gate}>
      {gate.map((line, index) => {
        const [condition, test] = [conditionWords(method, line), testWords(method, line)];
        return (
          <li key={line.id} className={styles.line}>
            <div className={styles.asked}>
              {condition && <span className={styles.condition}>{condition}：</span>}
              {line.text}
              {test && <span className={styles.test}>{test}</span>}
              {"rules" in line.test && <RuleList rules={line.test.rules} />}
            </div>
            <SourceBeside source={line.source} before={gate[index - 1]?.source ?? before} />
          </li>
        );
      })}
    </ul>
  );
}

/** Rules in words, each with its source; every one of them must hold. */
export function RuleList({ rules }: { rules: readonly string[] }) {
  return (
    <ul className={styles.ruleList}>
      {rules.map((id) => {
        const known = ruleWords(id);
        return (
          <li key={id}>
            {known ? known.words : id}
            {known && (
              <span className={styles.source}>
                <SourceTag source={known.rule.source} />
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

const same = (a: Source, b: Source) => a.kind === b.kind && a.ref === b.ref && a.article === b.article;

/** Who says so, beside what is said; not said again where the line before has the very same source. */
function SourceBeside({ source, before }: { source: Source | undefined; before: Source | undefined }) {
  if (!source) return null;
  const again = before !== undefined && same(source, before);
  return <p className={styles.beside}>{again ? text.sameSource : <SourceTag source={source} />}</p>;
}
