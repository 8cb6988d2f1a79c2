import type { ReactNode } from "react";
import { phoneText } from "#app/text/phone.ts";
import styles from "./phone.module.css";

export type Who = { name: string; unit: string };

export type PageProps = {
  community: string;
  demonstration: boolean;
  /** The person this phone is checked in as, with the way out for somebody else. */
  who?: Who & { notMe: string };
  children: ReactNode;
};

/** Head and body of every phone page: where one is, who one is, then one thing. */
export function PhonePage({ community, demonstration, who, children }: PageProps) {
  return (
    <>
      <header className={styles.head}>
        <p className={styles.community}>
          {community}
          {demonstration ? (
            <span className={styles.demonstration} title={phoneText.demonstrationHint}>
              {phoneText.demonstration}
            </span>
          ) : null}
        </p>
        {who ? (
          <p className={styles.who}>
            <span className={styles.whoName}>{phoneText.identity.who(who.name, who.unit)}</span>
            <a className={styles.notMe} href={who.notMe}>
              {phoneText.identity.no}
            </a>
          </p>
        ) : null}
      </header>
      <main className={styles.main}>{children}</main>
    </>
  );
}
