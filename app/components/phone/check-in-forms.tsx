import { phoneText } from "#app/text/phone.ts";
import forms from "./forms.module.css";
import type { Who } from "./page.tsx";
import styles from "./phone.module.css";

const { identity, byName, notMe } = phoneText;

/** “您是 王某某(3号楼)吗?” — opened from the personal code, nothing done yet. */
export function IdentityForm({
  who,
  token,
  action,
  other,
}: {
  who: Who;
  token: string;
  action: string;
  other: string;
}) {
  return (
    <form method="post" action={action} className={styles.step}>
      <input type="hidden" name="token" value={token} />
      <h1 className={styles.ask}>{identity.question(identity.who(who.name, who.unit))}</h1>
      <button type="submit" className={styles.primary}>
        {identity.yes}
      </button>
      <a className={styles.secondary} href={other}>
        {identity.no}
      </a>
      <p className={styles.small}>{identity.note}</p>
    </form>
  );
}

export type ByNameProps = {
  action: string;
  /** Why the person is here although they hold a slip. */
  notice?: string;
  message?: string;
  /** `notice` asks for more, where nothing was wrong. */
  tone?: "notice" | "problem";
  fields?: Record<string, string>;
  values?: Record<string, string>;
  /** Buildings of people with the same name; asked only after the right digits. */
  units?: string[];
};

/** Six digits from the screen and one's name; the building only where several people share the name. */
export function ByNameForm({ action, notice, message, tone, fields = {}, values = {}, units }: ByNameProps) {
  return (
    <form method="post" action={action} className={styles.step}>
      <h1 className={styles.title}>{byName.heading}</h1>
      <p>{notice ?? byName.hint}</p>
      {message ? (
        <p className={tone === "notice" ? styles.notice : styles.problem} role="alert">
          {message}
        </p>
      ) : null}
      <Field name="roomCode" label={byName.roomCode} hint={byName.roomCodeHint} problem={fields.roomCode}>
        <input
          id="roomCode"
          name="roomCode"
          className={forms.digits}
          inputMode="numeric"
          autoComplete="off"
          maxLength={12}
          required
          defaultValue={values.roomCode}
        />
      </Field>
      <Field name="name" label={byName.name} problem={fields.name}>
        <input
          id="name"
          name="name"
          className={forms.input}
          autoComplete="name"
          maxLength={60}
          required
          defaultValue={values.name}
        />
      </Field>
      {units ? <UnitChoice units={units} /> : null}
      <button type="submit" className={styles.primary}>
        {byName.submit}
      </button>
    </form>
  );
}

type FieldProps = { name: string; label: string; hint?: string; problem?: string; children: React.ReactNode };

function Field({ name, label, hint, problem, children }: FieldProps) {
  return (
    <div className={forms.field}>
      <label htmlFor={name} className={styles.label}>
        {label}
        {hint ? <span className={styles.small}>{hint}</span> : null}
      </label>
      {children}
      {problem ? (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      ) : null}
    </div>
  );
}

function UnitChoice({ units }: { units: string[] }) {
  return (
    <fieldset className={styles.units}>
      <legend className={styles.label}>{byName.unit}</legend>
      {units.map((unit, index) => (
        <label key={unit} className={forms.unit}>
          <input type="radio" name="unit" value={unit} required defaultChecked={index === 0 && units.length === 1} />
          <span>{unit || byName.noUnit}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** The way out for somebody who holds a phone checked in as another person. */
export function NotMeForm({ who, action, back }: { who: Who; action: string; back: string }) {
  return (
    <form method="post" action={action} className={styles.step}>
      <h1 className={styles.ask}>{notMe.heading(identity.who(who.name, who.unit))}</h1>
      <p>{notMe.explain}</p>
      <a className={styles.primary} href={back}>
        {notMe.back}
      </a>
      <button type="submit" className={styles.secondary}>
        {notMe.submit}
      </button>
    </form>
  );
}
