import { Button } from "@mantine/core";
import { Form } from "@remix-run/react";
import { ConfirmButton } from "./confirm-button.tsx";

type Props = {
  /** `edition`: the version that the person sees. */
  of: { id: string; name: string; edition: number };
  removed: boolean;
  text: { remove: string; removeQuestion(name: string): string; removeDetail: string; restore: string };
};

/** Takes a row of a list out of use, or back into it. */
export function RemoveOrRestore({ of: { id, name, edition }, removed, text }: Props) {
  return (
    <Form method="post">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={edition} />
      {removed ? (
        <Button type="submit" name="intent" value="restore" variant="default">
          {text.restore}
        </Button>
      ) : (
        <ConfirmButton
          label={text.remove}
          question={text.removeQuestion(name)}
          detail={text.removeDetail}
          confirm={text.remove}
          name="intent"
          value="remove"
        />
      )}
    </Form>
  );
}
