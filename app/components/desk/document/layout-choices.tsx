import { Form } from "@remix-run/react";
import { documentPageText as text } from "#app/text/document-page.ts";
import type { View } from "./address.ts";
import { Apply, Line, Option, Others, useAtOnce } from "./choice-parts.tsx";
import styles from "./document.module.css";

/** 版式, 用印 and 抄送. Who may not issue as an organ is told why, and has nothing to choose. */
export function LayoutChoices({ view, official }: { view: View; official: boolean }) {
  const change = useAtOnce();
  if (!official) return <p className={`${styles.choices} ${styles.hint}`}>{text.onlyCommunity}</p>;
  const asOrgan = view.layout === "official";
  return (
    <>
      <Form method="get" className={styles.choices} onChange={change} preventScrollReset replace>
        <Others view={view} but={["layout", "sealed"]} />
        <fieldset className={styles.versions}>
          <legend className={styles.label}>{text.layout}</legend>
          <Option name="layout" value="community" checked={!asOrgan}>
            {text.layouts.community}
          </Option>
          <Option name="layout" value="official" checked={asOrgan}>
            {text.layouts.official}
          </Option>
        </fieldset>
        {asOrgan && (
          <fieldset className={styles.versions}>
            <legend className={styles.label}>{text.seal}</legend>
            <Option name="sealed" value="1" checked={view.sealed}>
              {text.seals.yes}
            </Option>
            <Option name="sealed" value="0" checked={!view.sealed}>
              {text.seals.no}
            </Option>
          </fieldset>
        )}
        <Apply />
      </Form>
      {asOrgan && (
        <Form method="get" className={styles.choices} preventScrollReset replace>
          <Others view={view} but={["copyTo"]} />
          <Line name="copyTo" label={text.copyTo} hint={text.copyToHint} value={view.copyTo} most={200} />
        </Form>
      )}
    </>
  );
}
