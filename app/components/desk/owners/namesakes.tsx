import { Button } from "@mantine/core";
import { Form } from "@remix-run/react";
import { ConfirmButton } from "#app/components/desk/confirm-button.tsx";
import { Section } from "#app/components/desk/page-header.tsx";
import { formatArea } from "#app/domain/owners/area.ts";
import { ownersText as text, unitsWords } from "#app/text/owners.ts";
import type { OwnerLine } from "./owner-list.tsx";
import styles from "./owners.module.css";

type Group = { name: string; owners: OwnerLine[] };

type Props = { groups: Group[]; more: number /** Groups in which everybody has another phone. */; plain: string[][] };

/** So many groups lie open; more of them would push the list of owners out of sight. */
const OPEN = 3;

/** 待核对: owners of one name, and the two answers to whether they are one. */
export function Namesakes({ groups, more, plain }: Props) {
  const count = groups.length + more;
  return (
    <Section title={text.checkTitle(count)} hint={text.checkHint}>
      {plain.length > 0 && <KeepPlain plain={plain} />}
      <details className={styles.fold} open={count <= OPEN}>
        <summary>{text.oneByOne(count)}</summary>
        {groups.map((group) => (
          <NamesakeGroup key={group.owners.map(({ id }) => id).join()} {...group} />
        ))}
        {more > 0 && <p className={styles.muted}>{text.moreGroups(more)}</p>}
      </details>
    </Section>
  );
}

/** Different phones are no proof, but mostly right: one answer for all of them. */
function KeepPlain({ plain }: Pick<Props, "plain">) {
  return (
    <Form method="post" className={styles.ways}>
      {plain.map((ids) => (
        <input key={ids.join()} type="hidden" name="group" value={ids.join(",")} />
      ))}
      <Button type="submit" name="intent" value="keep-plain" variant="default">
        {text.keepPlain(plain.length)}
      </Button>
    </Form>
  );
}

function NamesakeGroup({ name, owners }: Group) {
  return (
    <Form method="post" className={styles.group}>
      <h3>{text.checkOf(name, owners.length)}</h3>
      <ul>
        {owners.map((owner) => (
          <li key={owner.id}>
            {unitsWords(owner)}，{formatArea(owner.area)} ㎡，{owner.phone || text.noPhone}
          </li>
        ))}
      </ul>
      <input type="hidden" name="owners" value={owners.map(({ id }) => id).join(",")} />
      <div className={styles.ways}>
        <ConfirmButton
          align="start"
          label={text.merge}
          question={text.mergeQuestion(owners.length, name)}
          detail={text.mergeDetail}
          confirm={text.mergeConfirm}
          name="intent"
          value="merge"
        />
        <Button type="submit" name="intent" value="keep" variant="default">
          {text.keep}
        </Button>
      </div>
    </Form>
  );
}
