import { Button } from "@mantine/core";
import { Form, Link } from "@remix-run/react";
import { useState } from "react";
import { SourceTag } from "#app/components/desk/checklist.tsx";
import { ProxyRule } from "#app/components/desk/proxy-rule.tsx";
import { type Asked, calculate } from "#app/domain/rule/calculator.ts";
import { proxyTerms } from "#app/domain/rule/proxies.ts";
import { proxyText } from "#app/text/proxy.ts";
import { RULE_EXAMPLES } from "#app/text/rule-examples.ts";
import { rulesText as text } from "#app/text/rules.ts";
import { addressOf } from "./address.ts";
import { Figures, Overlays } from "./figures.tsx";
import { Outcome } from "./outcome.tsx";
import { RuleChoice } from "./rule-choice.tsx";
import styles from "./threshold.module.css";

/** Figures on the left, what they come to on the right: at every key, and by the button where there are no scripts. */
export function Calculator({ asked: given }: { asked: Asked }) {
  const [asked, setAsked] = useState(given);
  const [from, setFrom] = useState(given);
  // An example or the way back brings another address: its figures replace what was typed.
  if (from !== given) {
    setFrom(given);
    setAsked(given);
  }
  const calculation = calculate(asked);
  const { rule } = calculation;
  const tick = (id: string) => {
    const others = asked.overlays.filter((each) => each !== id);
    setAsked({ ...asked, overlays: others.length < asked.overlays.length ? others : [...others, id] });
  };
  return (
    <>
      <div className={styles.calculator}>
        <div className={styles.entering}>
          <Form method="get" action="/desk/rules#outcome" className={styles.form}>
            <RuleChoice key={from.rule} rule={asked.rule} choose={(id) => setAsked({ ...asked, rule: id })} />
            <div className={styles.about}>
              <p>
                <SourceTag source={rule.source} />
              </p>
              {rule.note && (
                <p>
                  <b>{text.counting}</b>　{rule.note}
                </p>
              )}
              {calculation.kind === "poll" && <ProxyRule terms={proxyTerms(rule)} label={proxyText.rule.label} />}
            </div>
            <Overlays overlays={calculation.overlays} tick={tick} />
            <Figures
              calculation={calculation}
              figures={asked.figures}
              enter={(field, words) => setAsked({ ...asked, figures: { ...asked.figures, [field]: words } })}
            />
            <Button type="submit" className={styles.submit}>
              {text.calculate}
            </Button>
          </Form>
        </div>
        <div id="outcome" className={styles.answer}>
          <Outcome calculation={calculation} />
        </div>
      </div>
      <Examples />
    </>
  );
}

/** The law's own test cases, to be loaded with one press. */
function Examples() {
  return (
    <section className={styles.examples} aria-labelledby="examples">
      <h2 id="examples" className={styles.examplesTitle}>
        {text.examples}
      </h2>
      <p className={styles.hint}>{text.examplesHint}</p>
      <ul>
        {RULE_EXAMPLES.map((example) => (
          <li key={example.name}>
            <Link to={`${addressOf(example)}#outcome`}>{example.name}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
