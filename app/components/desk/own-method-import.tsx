import { Button } from "@mantine/core";
import { Form, useNavigation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { ownMethodText as text } from "#app/text/own-methods.ts";
import { DataTable } from "./data-table.tsx";
import styles from "./own-method.module.css";
import parts from "./page-parts.module.css";

/** One line of a refused file; `line` is missing where the file as a whole is refused. */
export type FileLine = { message: string; line?: number | undefined; text?: string | undefined };

/** Takes a method's file. A refused file's faults stand above the form, each with its line. */
export function OwnMethodImport({ refused }: { refused: readonly FileLine[] }) {
  const busy = useNavigation().formData?.get("intent") === "import";
  return (
    <>
      {refused.length > 0 && <Refused lines={refused} />}
      <Form method="post" encType="multipart/form-data" className={styles.upload}>
        <div className={parts.fileField}>
          <label htmlFor="file">{text.chooseFile}</label>
          <input
            id="file"
            name="file"
            type="file"
            accept=".yaml,.yml,.json,.txt,application/yaml,application/json"
            required
            aria-describedby="file-hint"
            aria-invalid={refused.length > 0 ? true : undefined}
          />
          <p className={styles.note} id="file-hint">
            {text.importHint}
          </p>
        </div>
        <label className={styles.choice}>
          <input type="checkbox" name="keepFaulty" value="yes" />
          {text.keepFaulty}
        </label>
        <div>
          <Button type="submit" name="intent" value="import" loading={busy}>
            {text.upload}
          </Button>
        </div>
      </Form>
    </>
  );
}

function Refused({ lines }: { lines: readonly FileLine[] }) {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each refusal takes the focus, so that nobody has to look for it
  useEffect(() => box.current?.focus(), [lines]);
  const placed = lines.filter((fault) => fault.line !== undefined);
  return (
    <div ref={box} className={styles.refused} role="alert" tabIndex={-1}>
      <p className={styles.refusedTitle}>
        <span aria-hidden="true">✘ </span>
        {placed.length > 0 ? text.faultsTitle(placed.length) : lines[0]?.message}
      </p>
      {placed.length > 0 && (
        <DataTable caption={text.faultsTitle(placed.length)} head={text.faultColumns}>
          {placed.map(({ line = 0, text: source, message }) => (
            <tr key={`${line} ${message}`}>
              <td className={styles.line}>{text.faultLine(line)}</td>
              <td className={styles.source}>{source}</td>
              <td className={styles.message}>{message}</td>
            </tr>
          ))}
        </DataTable>
      )}
    </div>
  );
}
