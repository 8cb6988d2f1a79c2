import { NativeSelect, Select } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { THRESHOLD_GROUPS } from "#app/domain/rule/shares.ts";
import { rulesText as text } from "#app/text/rules.ts";
import styles from "./threshold.module.css";
import { useScripted } from "./use-scripted.ts";

const GROUPS = THRESHOLD_GROUPS.map(({ id, rules }) => ({
  group: text.groups[id],
  items: rules.map((rule) => ({ value: rule.id, label: rule.name })),
}));

/** Every threshold, by groups: a list to search, and a plain one without scripts, where a button takes the choice over. */
export function RuleChoice({ rule, choose }: { rule: string; choose: (id: string) => void }) {
  const scripted = useScripted();
  const [opened, setOpened] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  // Mantine's field is no combobox to a screen reader by itself, and drops this attribute when it is given as one of its own.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with scripts the field is another one
  useEffect(() => field.current?.setAttribute("aria-expanded", String(opened)), [opened, scripted]);
  const common = { id: "rule", name: "rule", label: text.choose, description: text.chooseHint };
  if (scripted) {
    return (
      <Select
        {...common}
        className={styles.choice}
        data={GROUPS}
        value={rule}
        onChange={(id) => id && choose(id)}
        searchable
        role="combobox"
        ref={field}
        onDropdownOpen={() => setOpened(true)}
        onDropdownClose={() => setOpened(false)}
        allowDeselect={false}
        nothingFoundMessage={text.nothingFound}
        // The list itself scrolls: the keyboard moves through it from the field.
        withScrollArea={false}
        styles={{ options: { maxHeight: "26rem", overflowY: "auto" } }}
        // Its words are all marked, so that typing looks for another rule at once.
        onFocus={({ currentTarget }) => currentTarget.select()}
        comboboxProps={{ transitionProps: { duration: 0 }, withinPortal: false }}
      />
    );
  }
  return (
    <>
      <NativeSelect {...common} className={styles.choice} data={GROUPS} defaultValue={rule} />
      <noscript>
        <button type="submit" className={styles.take}>
          {text.take}
        </button>
      </noscript>
    </>
  );
}
