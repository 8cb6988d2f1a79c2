import styles from "#app/components/phone/phone.module.css";
import { assistText } from "#app/text/assist.ts";

const { door, trouble } = assistText;

/** Opened from the link, nothing done yet: looking at a link must not use it up. */
export function AssistDoor({ helper, link, action }: { helper: string; link: string; action: string }) {
  return (
    <form method="post" action={action} className={styles.step}>
      <input type="hidden" name="link" value={link} />
      <h1 className={styles.ask}>{door.heading(helper)}</h1>
      <ul>
        {door.rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      <button type="submit" className={styles.primary}>
        {door.start}
      </button>
      <p className={styles.small}>{door.lead}</p>
    </form>
  );
}

/** Why nobody is shown here. */
export function AssistTrouble({ why }: { why: "unknown" | "revoked" | "over" }) {
  return (
    <section className={styles.step} data-step="trouble" role="status">
      <h1 className={styles.title}>{trouble.heading}</h1>
      <p>{trouble[why]}</p>
    </section>
  );
}
