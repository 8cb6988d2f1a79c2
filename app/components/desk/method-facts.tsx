import type { MethodDefinition } from "#app/domain/method/definition.ts";
import { calendarWords, methodText } from "#app/text/methods.ts";
import { SourceTag } from "./checklist.tsx";
import styles from "./method.module.css";

const text = methodText.page;

/** What must be known of a method as a whole: how often, who sits, whether it votes, where it comes from. */
export function MethodFacts({ method }: { method: MethodDefinition }) {
  const { calendar, sources, voting, reportBackFirst } = method;
  return (
    <dl className={styles.facts}>
      {calendar && (
        <div>
          <dt>{text.calendar}</dt>
          <dd>{calendarWords(calendar)}</dd>
        </div>
      )}
      <div>
        <dt>{text.voting}</dt>
        <dd>{text.votings[voting]}</dd>
      </div>
      {reportBackFirst && (
        <div>
          <dt>{text.closing}</dt>
          <dd>{text.reportBackFirst}</dd>
        </div>
      )}
      <Seats seats={method.seats} />
      <div>
        <dt>{text.sources}</dt>
        <dd>
          <ul className={styles.plainList}>
            {sources.map((source) => (
              <li key={`${source.kind} ${source.ref} ${source.article ?? ""}`} className={styles.sourceLine}>
                <SourceTag source={source} />
              </li>
            ))}
          </ul>
        </dd>
      </div>
    </dl>
  );
}

function Seats({ seats }: Pick<MethodDefinition, "seats">) {
  if (seats.length === 0) return null;
  return (
    <div>
      <dt>{text.seats}</dt>
      <dd>
        <ul className={styles.plainList}>
          {(["fixed", "flexible", "observer"] as const).map((kind) => {
            const some = seats.filter((seat) => seat.kind === kind);
            return some.length > 0 ? (
              <li key={kind}>
                <span className={styles.label}>{methodText.seatKinds[kind]}</span>
                {some.map(seatWords).join("、")}
              </li>
            ) : null;
          })}
        </ul>
      </dd>
    </div>
  );
}

/** “居民代表（至少 3 人，不表决）”; one person and a vote go without saying, and observers have none. */
function seatWords({ name, min, votes, kind }: MethodDefinition["seats"][number]): string {
  const more = [
    ...(min !== undefined && min > 1 ? [text.seatMin(min)] : []),
    ...(votes === false && kind !== "observer" ? [text.noVote] : []),
  ];
  return more.length > 0 ? `${name}（${more.join("，")}）` : name;
}
