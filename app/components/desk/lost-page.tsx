import { Link } from "@remix-run/react";
import { deskText as text } from "#app/text/desk.ts";
import styles from "./page-parts.module.css";

/** A page that could not be shown, inside the frame: what is the matter in one sentence, and the way back. */
export function LostPage({ status, message }: { status: number; message: string }) {
  return (
    <div className={styles.lost}>
      <p className={styles.lostCode}>{status}</p>
      <h1 className={styles.title}>{status === 404 ? text.notFoundTitle : text.errorTitle}</h1>
      <p>{message}</p>
      <p>
        <Link to="/desk">{text.backToDesk}</Link>
      </p>
    </div>
  );
}
