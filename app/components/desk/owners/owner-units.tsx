import { Button, TextInput } from "@mantine/core";
import { Form, Link } from "@remix-run/react";
import type { Refused } from "#app/components/desk/error-summary.tsx";
import { Section } from "#app/components/desk/page-header.tsx";
import { plainArea } from "#app/domain/owners/area.ts";
import { ownersText as text } from "#app/text/owners.ts";
import { addressOf, type OwnersAsked } from "./address.ts";
import type { OwnerLine } from "./owner-list.tsx";
import styles from "./owners.module.css";

type Props = { owner: OwnerLine; more: number; asked: OwnersAsked; refused: Refused | null };

/** One owner's units: each area can be corrected, and some can be given to a namesake. */
export function OwnerUnits({ owner, more, asked, refused }: Props) {
  return (
    <div id="owner" className={styles.anchor}>
      <Section title={text.unitAreas(owner.name)} hint={text.meetings}>
        <ul className={styles.units}>
          {owner.units.map((unit) => (
            <li key={`${unit.id} ${unit.area}`}>
              <UnitArea {...unit} refused={refused?.values.unit === unit.id ? refused : null} />
            </li>
          ))}
        </ul>
        {more > 0 && <p className={styles.muted}>{text.moreUnits(more)}</p>}
        {owner.count > 1 && <Split owner={owner} refused={refused?.values.intent === "split" ? refused : null} />}
        <p>
          <Link to={addressOf({ ...asked, owner: null })}>{text.closeUnits}</Link>
        </p>
      </Section>
    </div>
  );
}

type UnitProps = OwnerLine["units"][number] & { refused: Refused | null };

function UnitArea({ id, place, area, refused }: UnitProps) {
  return (
    <Form method="post" className={styles.unit} preventScrollReset>
      <input type="hidden" name="unit" value={id} />
      <input type="hidden" name="was" value={area} />
      <TextInput
        className={styles.area}
        id={`area-${id}`}
        name="area"
        inputMode="decimal"
        label={text.areaLabel(place)}
        defaultValue={refused?.fields.area ? refused.values.area : plainArea(area)}
        error={refused?.fields.area}
        autoComplete="off"
      />
      <Button type="submit" name="intent" value="area" variant="default">
        {text.saveArea}
      </Button>
    </Form>
  );
}

function Split({ owner, refused }: { owner: OwnerLine; refused: Refused | null }) {
  return (
    <Form method="post" className={styles.split} preventScrollReset>
      <p className={styles.muted}>{text.splitHint}</p>
      <input type="hidden" name="owner" value={owner.id} />
      {owner.units.map(({ id, place }) => (
        <label key={id} className={styles.tick}>
          <input type="checkbox" name="units" value={id} />
          {text.splitTick(place)}
        </label>
      ))}
      {refused?.fields.units && <p role="alert">✘ {refused.fields.units}</p>}
      <div>
        <Button type="submit" name="intent" value="split" variant="default">
          {text.split}
        </Button>
      </div>
    </Form>
  );
}
