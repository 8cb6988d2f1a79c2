import { Link } from "@remix-run/react";
import type { Rule } from "#app/domain/rule/types.ts";
import { fractionWords, methodText as text } from "#app/text/methods.ts";
import { SourceTag } from "./checklist.tsx";
import { DataTable } from "./data-table.tsx";
import styles from "./method-gallery.module.css";
import { addressOfRule } from "./threshold/address.ts";

/** The rules that polls go by: quorum, threshold, and who says so. */
export function RulesTable({ rules }: { rules: readonly Rule[] }) {
  return (
    <div className={styles.rules}>
      <DataTable caption={text.rules} head={text.ruleColumns}>
        {rules.map((rule) => (
          <tr key={rule.id}>
            <td>
              <Link to={addressOfRule(rule.id)}>{rule.name}</Link>
            </td>
            <td>{rule.quorum ? fractionWords(rule.quorum) : text.noQuorum}</td>
            <td>{fractionWords(rule.pass)}</td>
            <td>
              <SourceTag source={rule.source} />
            </td>
          </tr>
        ))}
      </DataTable>
    </div>
  );
}
