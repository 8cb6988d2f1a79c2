import type { MethodDefinition } from "#app/domain/method/definition.ts";
import type { PublicMethod, PublicStage } from "#app/domain/method/public-view.ts";
import { methodText as text } from "#app/text/methods.ts";
import { SourceTag } from "./checklist.tsx";
import styles from "./method.module.css";

type Props = { method: PublicMethod & { seats: MethodDefinition["seats"] } };

/** A method read through: what it is, where it comes from, who sits, and each stage with what it asks. */
export function MethodCard({ method }: Props) {
  const names = new Map([...method.stages, ...method.finals].map((stage) => [stage.id, stage.name]));
  return (
    <section className={styles.method}>
      <h2 className={styles.name}>{method.name}</h2>
      <p className={styles.summary}>{method.summary}</p>
      <ul className={styles.sources} aria-label={text.sources}>
        {method.sources.map((source) => (
          <li key={`${source.ref} ${source.article ?? ""}`}>
            <SourceTag source={source} />
          </li>
        ))}
      </ul>
      <ul className={styles.seats} aria-label={text.seats}>
        {(["fixed", "flexible", "observer"] as const).map((kind) => {
          const seats = method.seats.filter((seat) => seat.kind === kind);
          return seats.length > 0 ? (
            <li key={kind}>
              <span className={styles.label}>{text.seatKinds[kind]}</span> {seats.map((seat) => seat.name).join("、")}
            </li>
          ) : null;
        })}
      </ul>
      <ol className={styles.stages} aria-label={text.stages}>
        {method.stages.map((stage, index) => (
          <StageLine key={stage.id} stage={stage} place={index + 1} names={names} />
        ))}
      </ol>
    </section>
  );
}

type LineProps = { stage: PublicStage; place: number; names: Map<string, string> };

function StageLine({ stage, place, names }: LineProps) {
  return (
    <li className={styles.stage}>
      <div>
        <p className={styles.stageName}>
          {place}. {stage.name}
        </p>
        <p className={styles.who}>{text.stageKinds[stage.kind]}</p>
        {stage.deadline && (
          <p className={styles.deadline}>
            {text.deadline}：{stage.deadline.text}
          </p>
        )}
      </div>
      <div>
        <p className={styles.part}>{text.gate}</p>
        {stage.gate.length === 0 ? (
          <p className={styles.who}>{text.gateNone}</p>
        ) : (
          <ul className={styles.gate}>
            {stage.gate.map((line) => (
              <li key={line.id}>
                {line.text}
                <span className={styles.source}>
                  <SourceTag source={line.source} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div>
        <Ways label={text.exits} ways={stage.exits.map((way) => ({ id: way.event, ...way }))} names={names} />
        <Ways label={text.exceptions} ways={stage.exceptions.map((way) => ({ id: way.code, ...way }))} names={names} />
      </div>
    </li>
  );
}

type Way = { id: string; label: string; to: string };

function Ways({ label, ways, names }: { label: string; ways: Way[]; names: Map<string, string> }) {
  if (ways.length === 0) return null;
  return (
    <>
      <p className={styles.part}>{label}</p>
      <ul className={styles.ways}>
        {ways.map((way) => (
          <li key={way.id}>
            {way.label} <span>→ {names.get(way.to) ?? way.to}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
