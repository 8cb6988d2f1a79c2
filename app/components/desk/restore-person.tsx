import { Button } from "@mantine/core";
import { Form } from "@remix-run/react";
import { peopleText as text } from "#app/text/people.ts";

/** Puts somebody back on the roll. */
export function RestorePerson({ id, version }: { id: string; version: number }) {
  return (
    <Form method="post" action="/desk/people/removed">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <Button type="submit" variant="default">
        {text.restore}
      </Button>
    </Form>
  );
}
