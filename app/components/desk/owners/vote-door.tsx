import { Button } from "@mantine/core";
import { Link } from "@remix-run/react";
import { ownersVoteText as text } from "#app/text/owners-vote.ts";
import styles from "./vote.module.css";

/** From a meeting of owners to its vote. */
export function OwnersVoteDoor({ code }: { code: string }) {
  return (
    <div className={styles.ways}>
      <Button component={Link} to={`/desk/meetings/${code}/owners-vote`}>
        {text.link}
      </Button>
      <span className={styles.hint}>{text.doorHint}</span>
    </div>
  );
}
