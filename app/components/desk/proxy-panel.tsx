import { Button, Checkbox, Textarea, TextInput } from "@mantine/core";
import { useId } from "react";
import { labelOf } from "#app/domain/proxy/who.ts";
import type { ProxyTerms } from "#app/domain/rule/types.ts";
import { proxyText as text } from "#app/text/proxy.ts";
import styles from "./proxy.module.css";
import { ProxyRule } from "./proxy-rule.tsx";
import { RefusalLine, useAct } from "./room/use-act.tsx";

export type ProxyLine = {
  principalId: string;
  principal: string;
  holder: string;
  authority: string;
  /** The holder is there: the principal counts as 到会. */
  counted: boolean;
  voted: boolean;
};
/** A meeting's authorities 委托, and what the body's rule says of them. */
export type Proxies = {
  allowed: boolean;
  household: boolean;
  over: boolean;
  rule: string;
  terms: ProxyTerms;
  lines: ProxyLine[];
};
type Props = { proxies: Proxies; people: readonly { name: string; unit: string }[] };

/** 委托: who votes for whom by a written authority, and a form for one more; where the rule allows none, which rule and who says so. */
export function ProxyPanel({ proxies, people }: Props) {
  const { allowed, over, rule, terms, lines } = proxies;
  return (
    <div className={styles.panel} data-proxies={lines.length}>
      {!allowed && <p className={styles.no}>{text.notInRule(rule)}</p>}
      <ProxyRule terms={terms} className={styles.rule} bare={!allowed} />
      {lines.length > 0 ? (
        <ul className={styles.lines}>
          {lines.map((line) => (
            <Line key={line.principalId} line={line} over={over} />
          ))}
        </ul>
      ) : (
        allowed && <p className={styles.quiet}>{text.none}</p>
      )}
      {over && lines.length > 0 && <p className={styles.quiet}>{text.over}</p>}
      {allowed && !over && (
        // A new line empties the form.
        <RegisterForm key={lines.length} household={proxies.household} people={people} />
      )}
    </div>
  );
}

function Line({ line, over }: { line: ProxyLine; over: boolean }) {
  const { principalId, principal, holder, authority, counted, voted } = line;
  const act = useAct("withdraw-proxy", (values) => values.principalId === principalId);
  const why = over ? text.over : voted ? text.cast(principal) : undefined;
  return (
    <li className={styles.line}>
      <p className={styles.pair}>
        <span>{text.line(principal, holder)}</span>
        <span className={counted ? styles.counted : styles.waiting}>{counted ? text.counted : text.waiting}</span>
      </p>
      <p className={styles.authority}>{authority}</p>
      <act.Form method="post" className={styles.withdraw}>
        <input type="hidden" name="intent" value="withdraw-proxy" />
        <input type="hidden" name="principalId" value={principalId} />
        <button
          type="submit"
          disabled={why !== undefined || act.busy}
          title={why}
          aria-label={text.withdrawOf(principal, holder)}
        >
          {text.withdraw}
        </button>
        {voted && !over && <span className={styles.quiet}>{why}</span>}
      </act.Form>
      <RefusalLine refused={act.refused} />
    </li>
  );
}

function RegisterForm({ household, people }: { household: boolean; people: Props["people"] }) {
  const act = useAct("register-proxy");
  const list = useId();
  const { fields = {}, values = {} } = act.refused ?? {};
  const who = { list, autoComplete: "off", placeholder: text.whoHint, maxLength: 120 };
  const elsewhere = act.refused && (fields.rule !== undefined || Object.keys(fields).length === 0);
  return (
    <act.Form method="post" className={styles.form} noValidate>
      <input type="hidden" name="intent" value="register-proxy" />
      <p className={styles.quiet}>{text.hint}</p>
      <TextInput
        {...who}
        name="principal"
        label={text.principal}
        defaultValue={values.principal}
        error={fields.principal}
      />
      <TextInput {...who} name="holder" label={text.holder} defaultValue={values.holder} error={fields.holder} />
      <Textarea
        name="authority"
        label={text.authority}
        description={text.authorityHint}
        rows={2}
        maxLength={300}
        defaultValue={values.authority}
        error={fields.authority}
      />
      {household && (
        <Checkbox
          name="household"
          value="yes"
          label={text.household}
          defaultChecked={values.household === "yes"}
          error={fields.household}
        />
      )}
      <datalist id={list} aria-label={text.whoHint}>
        {people.map((person) => (
          <option key={`${person.name} ${person.unit}`} value={labelOf(person)} />
        ))}
      </datalist>
      {elsewhere && <RefusalLine refused={act.refused} />}
      <div>
        <Button type="submit" loading={act.busy}>
          {text.register}
        </Button>
      </div>
    </act.Form>
  );
}
