import type { ReactNode } from "react";
import type { MethodDefinition, Stage } from "#app/domain/method/definition.ts";
import { methodText } from "#app/text/methods.ts";
import { paperWords } from "#app/text/papers.ts";
import { SourceTag } from "./checklist.tsx";
import sheet from "./method.module.css";
import styles from "./method-stages.module.css";
import { GateList, RuleList, WayList, type WayShown } from "./method-ways.tsx";

const text = methodText.page;

type Props = {
  method: MethodDefinition;
  /** Names of the decisions at hand, by method id. */
  decisions: Readonly<Record<string, string>>;
};

/** The stages one after the other, with all that each asks and where it leads; the ends below. */
export function MethodStages({ method, decisions }: Props) {
  const working = method.stages.filter((stage) => !stage.final);
  const ends = method.stages.filter((stage) => stage.final);
  return (
    <>
      <ol className={styles.stages}>
        {working.map((stage, index) => (
          <li key={stage.id} id={`stage-${stage.id}`} className={styles.stage}>
            <StageHead stage={stage} number={index + 1} />
            <StageBody method={method} stage={stage} decisions={decisions} />
          </li>
        ))}
      </ol>
      <p className={styles.ends}>
        <span className={sheet.label}>{text.ends}</span>
        {ends.map((end) => (end.result ? `${end.name}（${text.result[end.result]}）` : end.name)).join("、")}
      </p>
    </>
  );
}

function StageHead({ stage, number }: { stage: Stage; number: number }) {
  const { deadline, documentsIn = [], documents } = stage;
  return (
    <div className={styles.stageHead}>
      <h3 className={styles.stageName}>
        <span className={styles.number}>{number}</span>
        {stage.name}
      </h3>
      <p className={styles.kind}>{methodText.stageKinds[stage.kind]}</p>
      <dl className={styles.stageFacts}>
        {stage.who && <Fact label={text.who}>{stage.who}</Fact>}
        {deadline && (
          <Fact label={text.deadline}>
            {deadline.text}
            <span className={styles.source}>
              <SourceTag source={deadline.source} />
            </span>
          </Fact>
        )}
        {documentsIn.length > 0 && <Fact label={text.papersIn}>{paperWords(documentsIn)}</Fact>}
        {documents.length > 0 && <Fact label={text.papersOut}>{paperWords(documents)}</Fact>}
      </dl>
    </div>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function StageBody({ method, stage, decisions }: Props & { stage: Stage }) {
  const names = new Map(method.stages.map(({ id, name }) => [id, name]));
  const target = (to: string) => (to === stage.id ? text.stay : (names.get(to) ?? text.unknownStage));
  const exits = stage.exits.map((exit): WayShown => {
    const { event, label, to, gate = [], after } = exit;
    return { id: event, label, to: target(to), gate, ...(after ? { hint: text.after[after] } : {}) };
  });
  const exceptions = stage.exceptions.map(({ code, label, to, gate = [], source }): WayShown => {
    return { id: code, label, to: target(to), gate, ...(source ? { source } : {}) };
  });
  const branches = (stage.branches ?? []).map(({ id, name, who, gate, source }): WayShown => {
    return { id, label: name, gate, source, ...(who ? { hint: who } : {}) };
  });
  const statutory = (stage.decisions ?? []).map(({ method: id, label, gate = [], source }): WayShown => {
    const name = decisions[id];
    return { id, label, gate, source, ...(name === undefined ? {} : { link: { to: `/desk/methods/${id}`, name } }) };
  });
  return (
    <div className={styles.stageBody}>
      <Part title={text.branches} shown={branches.length > 0}>
        <WayList method={method} ways={branches} />
      </Part>
      <Part title={text.gate} shown={stage.gate.length > 0}>
        <GateList method={method} gate={stage.gate} />
      </Part>
      <Part title={text.ways} shown={exits.length > 0}>
        <WayList method={method} ways={exits} />
      </Part>
      <Part title={text.rules} shown={(stage.rules ?? []).length > 0}>
        <RuleList rules={stage.rules ?? []} />
      </Part>
      <Part title={text.decisions} shown={statutory.length > 0}>
        <WayList method={method} ways={statutory} />
      </Part>
      <Part title={text.exceptions} shown={exceptions.length > 0}>
        <WayList method={method} ways={exceptions} quiet />
      </Part>
    </div>
  );
}

function Part({ title, shown, children }: { title: string; shown: boolean; children: ReactNode }) {
  if (!shown) return null;
  return (
    <div className={styles.part}>
      <h4 className={styles.partName}>{title}</h4>
      {children}
    </div>
  );
}
